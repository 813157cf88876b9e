import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import type {
  AdminDeliveryWindow,
  ChangeWindowResponse,
  DeliverySlot,
  ListWindowsResponse,
  OverbookedSlot,
} from "../../src/sdk/types"
import { Headers, signedInAdmin } from "./actors"
import { createDeliveryNetwork, DeliveryNetwork } from "./delivery-network"
import { HttpClient, httpClient } from "./http-client"
import { createTestShop, TestShop } from "./shop"
import { cartAt, Storefront, storefront } from "./storefront"

/** A shop that delivers one cake of 30 USD and 600 g to two districts. */
export type ScheduleShop = {
  api: HttpClient
  admin: { headers: Headers }
  shop: TestShop
  sdk: Storefront
  network: DeliveryNetwork
  district_id: string
}

export async function createScheduleShop(
  container: MedusaContainer,
  baseUrl: string
): Promise<ScheduleShop> {
  const api = httpClient(baseUrl)
  const admin = await signedInAdmin(container, api)
  const shop = await createTestShop(container)
  await container
    .resolve(Modules.PRODUCT)
    .updateProductVariants(shop.variant_id, { weight: 600 })
  const network = await createDeliveryNetwork(api, admin, { capacity: 5 })
  const district = network.districts.find(
    ({ name }) => name === network.places[0].district
  )
  return {
    api,
    admin,
    shop,
    sdk: storefront(baseUrl, shop),
    network,
    district_id: district?.id ?? "",
  }
}

/** The weekly windows of the first place's district. */
export async function windowsOf(
  shop: ScheduleShop
): Promise<AdminDeliveryWindow[]> {
  const { data } = await shop.api.get<ListWindowsResponse>(
    `/admin/delivery/windows?district_id=${shop.district_id}`,
    shop.admin
  )
  return data.windows
}

/** Changes every window of the first place's district, one after the other. */
export async function changeWindows(
  shop: ScheduleShop,
  change: Record<string, unknown>
): Promise<OverbookedSlot[]> {
  const overbooked: OverbookedSlot[] = []
  for (const { id } of await windowsOf(shop)) {
    const { data } = await shop.api.post<ChangeWindowResponse>(
      `/admin/delivery/windows/${id}`,
      change,
      shop.admin
    )
    overbooked.push(...data.overbooked)
  }
  return overbooked
}

/** A guest's cart with one cake in the first place's district, and its slots. */
export async function cartWithSlots(
  shop: ScheduleShop
): Promise<{ cartId: string; slots: DeliverySlot[] }> {
  const cartId = await cartAt(shop.sdk, shop.shop, shop.network.places[0])
  return { cartId, slots: await slotsOf(shop, cartId) }
}

export async function slotsOf(
  { sdk }: ScheduleShop,
  cartId: string
): Promise<DeliverySlot[]> {
  return (await sdk.cornerstore.delivery.listSlots(cartId)).slots
}

/** What a slot says to a cart now. */
export async function slotOf(
  shop: ScheduleShop,
  cartId: string,
  slotId: string
): Promise<DeliverySlot | undefined> {
  return (await slotsOf(shop, cartId)).find(({ id }) => id === slotId)
}

/** Whether the cut-off is still to come. */
export const isAhead = ({ cutoff_at }: DeliverySlot): boolean =>
  Date.parse(cutoff_at) > Date.now()

export const isOpen = ({ state }: DeliverySlot): boolean => state === "open"

/** Sets how many cakes are in a cart. */
export async function setQuantity(
  { sdk }: ScheduleShop,
  cartId: string,
  quantity: number
): Promise<void> {
  const { cart } = await sdk.store.cart.retrieve(cartId)
  await sdk.store.cart.updateLineItem(cartId, cart.items?.[0].id ?? "", {
    quantity,
  })
}
