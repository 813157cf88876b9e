import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import Medusa from "@medusajs/js-sdk"

import { withCornerstore } from "../../../src/sdk"
import type {
  AdminDistrict,
  CashPolicy,
  CashPolicyResponse,
  ListAuditResponse,
} from "../../../src/sdk/types"
import { registerCustomer, signedInAdmin } from "../../helpers/actors"
import {
  createDeliveryNetwork,
  DeliveryNetwork,
} from "../../helpers/delivery-network"
import { httpClient, refusal } from "../../helpers/http-client"
import {
  CASH,
  createDriver,
  placeDelivery,
  prepareForRoutes,
  publishedRoute,
  RouteShop,
  tap,
} from "../../helpers/routes"
import { createTestShop } from "../../helpers/shop"
import { cartAt, Storefront, storefront } from "../../helpers/storefront"

jest.setTimeout(180_000)

const CARD = "pp_system_default"
const NONE: CashPolicy = {
  limit: null,
  new_customer_limit: null,
  known_after_orders: 1,
  guest_limit: null,
  refuse_after_failures: null,
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api: runner, getContainer }) => {
    let shop: RouteShop
    let network: DeliveryNetwork

    beforeAll(async () => {
      const container = getContainer()
      const api = httpClient(runner.defaults.baseURL)
      const admin = await signedInAdmin(container, api)
      const testShop = await createTestShop(container)
      await prepareForRoutes(container, testShop, { lat: 37.79, lng: -122.39 })
      network = await createDeliveryNetwork(api, admin, { capacity: 20 })
      const sdk = storefront(runner.defaults.baseURL, testShop)
      shop = { api, admin, sdk, shop: testShop }
    })

    const setPolicy = async (policy: Partial<CashPolicy>) =>
      await shop.api.post<CashPolicyResponse>(
        "/admin/delivery/cash-policy",
        { ...NONE, ...policy },
        shop.admin
      )

    const limitDistrict = async (cash_limit: number | null) => {
      const name = network.places[0].district
      const district = network.districts.find((each) => each.name === name)
      await shop.api.post<{ district: AdminDistrict }>(
        `/admin/delivery/districts/${district?.id}`,
        { cash_limit },
        shop.admin
      )
    }
    afterEach(async () => {
      await setPolicy(NONE)
      await limitDistrict(null)
    })

    /** A storefront in which somebody with an account is logged in. */
    const accountShop = async (): Promise<RouteShop> => {
      const { headers } = await registerCustomer(shop.api, shop.shop.headers)
      const sdk: Storefront = withCornerstore(
        new Medusa({
          baseUrl: runner.defaults.baseURL ?? "",
          publishableKey: shop.shop.publishable_key,
          globalHeaders: { authorization: headers.authorization },
        })
      )
      return { ...shop, sdk }
    }

    /** How a cart of 34.50 with delivery can be paid. */
    const waysOf = async (from: RouteShop) => {
      const cartId = await cartAt(from.sdk, from.shop, network.places[0])
      const { slots } = await from.sdk.cornerstore.delivery.listSlots(cartId)
      const slot_id = slots.find(({ state }) => state === "open")?.id ?? ""
      await from.sdk.cornerstore.delivery.holdSlot(cartId, slot_id)
      await from.sdk.store.cart.addShippingMethod(cartId, {
        option_id: from.shop.delivery_option_id,
        data: { slot_id },
      })
      const ways =
        await from.sdk.cornerstore.delivery.listPaymentProviders(cartId)
      return {
        offered: ways.payment_providers.map(({ id }) => id).sort(),
        refused: ways.refused,
      }
    }
    const BOTH = { offered: [CASH, CARD].sort(), refused: [] }

    it("offers every way to pay where nothing is limited", async () => {
      expect(await waysOf(shop)).toEqual(BOTH)
    })

    it("offers no cash above the limit, says why, and refuses who pays in cash all the same", async () => {
      await setPolicy({ limit: 34.49 })
      expect(await waysOf(shop)).toEqual({
        offered: [CARD],
        refused: [
          {
            id: CASH,
            code: "cash_not_allowed",
            reason: "shop",
            limit: 34.49,
            currency_code: "usd",
            message: expect.stringMatching(/up to \$34\.49/),
          },
        ],
      })
      await expect(
        placeDelivery(shop, network.places[0], CASH)
      ).rejects.toThrow(/up to \$34\.49/)
      // The same cart by card, and the limit itself, pass.
      await placeDelivery(shop, network.places[0], CARD)
      await setPolicy({ limit: 34.5 })
      expect(await waysOf(shop)).toEqual(BOTH)
      await placeDelivery(shop, network.places[0], CASH)
    })

    it("gives the place back to the cart whose cash was refused", async () => {
      await setPolicy({ limit: 0 })
      const cartId = await cartAt(shop.sdk, shop.shop, network.places[1])
      const { slots } = await shop.sdk.cornerstore.delivery.listSlots(cartId)
      const slot_id = slots.find(({ state }) => state === "open")?.id ?? ""
      await shop.sdk.cornerstore.delivery.holdSlot(cartId, slot_id)
      const { cart } = await shop.sdk.store.cart.addShippingMethod(cartId, {
        option_id: shop.shop.delivery_option_id,
        data: { slot_id },
      })
      const { payment_collection } =
        await shop.sdk.store.payment.initiatePaymentSession(cart, {
          provider_id: CASH,
        })
      expect(payment_collection.payment_sessions).toHaveLength(1)
      await expect(shop.sdk.store.cart.complete(cartId)).rejects.toMatchObject({
        status: 400,
        message: expect.stringMatching(/No cash is taken/),
      })
      // Held again, and good for an order paid by card.
      await shop.sdk.store.payment.initiatePaymentSession(cart, {
        provider_id: CARD,
      })
      expect((await shop.sdk.store.cart.complete(cartId)).type).toBe("order")
    })

    it("takes no cash in a district without, whoever it is", async () => {
      await limitDistrict(0)
      const { offered, refused } = await waysOf(await accountShop())
      expect(offered).toEqual([CARD])
      expect(refused[0]).toMatchObject({ reason: "district", limit: 0 })
    })

    it("knows a guest from a new customer, and a new one from one it delivered to", async () => {
      await setPolicy({ guest_limit: 10, new_customer_limit: 20 })
      expect((await waysOf(shop)).refused[0]).toMatchObject({
        reason: "guest",
        limit: 10,
      })
      const ada = await accountShop()
      expect((await waysOf(ada)).refused[0]).toMatchObject({
        reason: "new_customer",
        limit: 20,
      })
      const placed = await placeDelivery(ada, network.places[0], CARD)
      expect((await waysOf(ada)).offered).toEqual([CARD])
      await shop.api.post(
        `/admin/delivery/bookings/${placed.booking_id}/delivered`,
        {},
        shop.admin
      )
      expect(await waysOf(ada)).toEqual(BOTH)
    })

    it("takes no cash from who did not take what was brought, until something is handed over", async () => {
      await setPolicy({ refuse_after_failures: 1 })
      const bob = await accountShop()
      await createDriver(shop)
      const first = await placeDelivery(bob, network.places[1])
      const { route, link } = await publishedRoute(shop, first.date)
      const stop_id =
        route.stops.find(({ booking_id }) => booking_id === first.booking_id)
          ?.id ?? ""
      await tap(shop, link, { kind: "start" })
      await tap(shop, link, {
        kind: "failed",
        stop_id,
        reason: "refused",
      })
      expect((await waysOf(bob)).refused[0]).toMatchObject({
        reason: "failed_deliveries",
        limit: 0,
      })
      // The order is called off: what happened stays.
      await shop.api.post(
        `/admin/orders/${first.order_id}/cancel`,
        {},
        shop.admin
      )
      await expect(placeDelivery(bob, network.places[1], CASH)).rejects.toThrow(
        /could not be handed over/
      )
      const second = await placeDelivery(bob, network.places[1], CARD)
      await shop.api.post(
        `/admin/delivery/bookings/${second.booking_id}/delivered`,
        {},
        shop.admin
      )
      expect(await waysOf(bob)).toEqual(BOTH)
    })

    it("keeps the policy, accounts for each change, and refuses nonsense", async () => {
      const { data } = await setPolicy({ limit: 100 })
      expect(data.cash_policy).toEqual({ ...NONE, limit: 100 })
      const audit = await shop.api.get<ListAuditResponse>(
        "/admin/audit-entries?action=delivery_cash_policy.updated&limit=1",
        shop.admin
      )
      expect(audit.data.entries[0].details).toEqual({
        limit: { from: null, to: 100 },
      })
      for (const wrong of [
        { limit: -1 },
        { known_after_orders: 1.5 },
        { refuse_after_failures: 0 },
      ]) {
        expect((await refusal(setPolicy(wrong))).status).toBe(400)
      }
    })

    it("tells nothing about another's cart", async () => {
      const ada = await accountShop()
      const cartId = await cartAt(ada.sdk, ada.shop, network.places[0])
      const eve = await accountShop()
      await expect(
        eve.sdk.cornerstore.delivery.listPaymentProviders(cartId)
      ).rejects.toMatchObject({ status: 404 })
    })
  },
})
