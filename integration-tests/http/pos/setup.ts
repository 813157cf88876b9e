import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"

import { drainOutbox, DrainResult } from "../../../src/lib/outbox"
import { RUNTIME_MODULE } from "../../../src/modules/runtime"
import RuntimeModuleService from "../../../src/modules/runtime/service"
import type {
  AdminOrderPos,
  AdminOrderPosResponse,
  AdminPosConnection,
  PosConnectionResponse,
  SyncPosConnectionResponse,
} from "../../../src/sdk/types"
import { outboxHandlers } from "../../../src/workflows/runtime/outbox-handlers"
import type { Headers } from "../../helpers/actors"
import type { HttpClient } from "../../helpers/http-client"
import type { TestShop } from "../../helpers/shop"
import {
  chooseShippingAndPay,
  placeOrder,
  storefront,
} from "../../helpers/storefront"
import { waitFor } from "../../helpers/wait-for"
import { Dutchie, DUTCHIE_KEY, startDutchie } from "./dutchie"

export const FLOWER = "FLW-OG-35"
export const GUMMIES = "EDI-GUM-10"

/** A shop that sells cakes and, through a POS, flower and gummies. */
export type PosShop = TestShop & { flower_id: string; gummies_id: string }

/** A Dutchie location in a folder of its own. */
export const ownDutchie = (): Promise<Dutchie> =>
  startDutchie(
    path.join(mkdtempSync(path.join(tmpdir(), "dutchie-")), "state.json")
  )

/** What is on Dutchie's shelf at the start of each suite. */
export async function stockDutchie(dutchie: Dutchie): Promise<void> {
  await dutchie.seed({
    location: { locationName: "Market Street" },
    keys: [{ key: DUTCHIE_KEY }],
    products: [
      { sku: FLOWER, productName: "OG Kush 3.5 g", price: 40, stock: 100 },
      { sku: GUMMIES, productName: "Gummies", price: 20, stock: 3 },
    ],
  })
}

/** Adds products of a dispensary to the shop of cakes. */
export async function addDispensary(
  container: MedusaContainer,
  shop: TestShop
): Promise<PosShop> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["product.shipping_profile.id"],
    filters: { id: shop.variant_id },
  })
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        ["OG Kush", FLOWER, 40] as const,
        ["Gummies", GUMMIES, 20] as const,
      ].map(([title, sku, amount]) => ({
        title,
        status: "published",
        shipping_profile_id: data[0].product?.shipping_profile?.id,
        sales_channels: [{ id: shop.sales_channel_id }],
        options: [{ title: "Size", values: ["one"] }],
        variants: [
          {
            title: "one",
            sku,
            manage_inventory: false,
            options: { Size: "one" },
            prices: [{ currency_code: "usd", amount }],
          },
        ],
      })),
    },
  })
  return {
    ...shop,
    flower_id: result[0].variants[0].id,
    gummies_id: result[1].variants[0].id,
  }
}

type Admin = { headers: Headers }

/** Connects a Dutchie and, unless told otherwise, reads its catalogue. */
export async function connectDutchie(
  api: HttpClient,
  admin: Admin,
  shop: TestShop,
  dutchie: Dutchie,
  over: { settings?: Record<string, unknown>; sync?: boolean } = {}
): Promise<AdminPosConnection> {
  const { data } = await api.post<PosConnectionResponse>(
    "/admin/pos/connections",
    {
      adapter: "dutchie",
      name: "Market Street",
      base_url: dutchie.url,
      credentials: { api_key: DUTCHIE_KEY },
      sales_channel_id: shop.sales_channel_id,
      settings: over.settings ?? {},
    },
    admin
  )
  if (over.sync !== false) {
    await api.post<SyncPosConnectionResponse>(
      `/admin/pos/connections/${data.connection.id}/sync`,
      {},
      admin
    )
  }
  return data.connection
}

const ADDRESS = {
  first_name: "Ada",
  last_name: "Buyer",
  phone: "4155550100",
  address_1: "1 Test Street",
  city: "San Francisco",
  province: "us-ca",
  country_code: "us",
  postal_code: "94110",
}

/** Orders variants, each so many times, with Medusa's own checkout. */
export async function order(
  baseUrl: string,
  shop: TestShop,
  items: [variantId: string, quantity: number][]
): Promise<string> {
  const sdk = storefront(baseUrl, shop)
  const { cart } = await sdk.store.cart.create({
    region_id: shop.region_id,
    sales_channel_id: shop.sales_channel_id,
    email: "ada@example.com",
    items: items.map(([variant_id, quantity]) => ({ variant_id, quantity })),
    shipping_address: ADDRESS,
    billing_address: ADDRESS,
  })
  await chooseShippingAndPay(sdk, cart.id, shop.manual_option_id)
  return (await placeOrder(sdk, cart.id)).id
}

/** What the order widget shows. */
export async function orderPos(
  api: HttpClient,
  admin: Admin,
  orderId: string
): Promise<AdminOrderPosResponse> {
  const { data } = await api.get<AdminOrderPosResponse>(
    `/admin/orders/${orderId}/pos`,
    admin
  )
  return data
}

/** The order at its POS, once its event has been heard. */
export const registeredPos = (
  api: HttpClient,
  admin: Admin,
  orderId: string
): Promise<AdminOrderPos> =>
  waitFor(`the POS order of ${orderId}`, async () => {
    const { pos_orders } = await orderPos(api, admin, orderId)
    return pos_orders[0]
  })

/**
 * Sends what waits in the outbox, as the job does.
 *
 * @param hours - on from now: retries that wait are due
 */
export function drain(
  container: MedusaContainer,
  hours = 0
): Promise<DrainResult> {
  return drainOutbox({
    runtimeService: container.resolve<RuntimeModuleService>(RUNTIME_MODULE),
    handlers: outboxHandlers,
    container,
    now: () => new Date(Date.now() + hours * 3_600_000),
  })
}

/** Titles in the owner's feed. */
export async function feed(api: HttpClient, admin: Admin): Promise<string[]> {
  const { data } = await api.get<{
    notifications: { data: { title: string } }[]
  }>("/admin/notifications?channel=feed&limit=100", admin)
  return data.notifications.map(({ data: { title } }) => title)
}
