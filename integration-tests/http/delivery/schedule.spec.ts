import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import Medusa from "@medusajs/js-sdk"

import { withCornerstore } from "../../../src/sdk"
import type { AdminDistrict, HoldSlotResponse } from "../../../src/sdk/types"
import { deliveryService } from "../../../src/workflows/delivery/module"
import { registerCustomer } from "../../helpers/actors"
import { refusal } from "../../helpers/http-client"
import {
  cartWithSlots,
  changeWindows,
  createScheduleShop,
  isAhead,
  isOpen,
  ScheduleShop,
  setQuantity,
  slotOf,
  slotsOf,
  windowsOf,
} from "../../helpers/schedule"
import {
  cartAt,
  chooseShippingAndPay,
  placeOrder,
} from "../../helpers/storefront"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  // Holds are not to expire meanwhile.
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ api: runner, getContainer }) => {
    let shop: ScheduleShop

    beforeAll(async () => {
      shop = await createScheduleShop(
        getContainer(),
        runner.defaults.baseURL ?? ""
      )
    })

    const hold = (cartId: string, slotId: string) =>
      shop.sdk.cornerstore.delivery.holdSlot(cartId, slotId)

    const refusedHold = (cartId: string, slotId: string) =>
      refusal(
        shop.api.post(
          `/store/carts/${cartId}/delivery-slot`,
          { slot_id: slotId },
          shop.shop
        )
      )

    const refusedOrder = async (cartId: string) => {
      const { status, data } = await refusal(
        shop.api.post(`/store/carts/${cartId}/complete`, {}, shop.shop)
      )
      return { status, code: data.code }
    }

    const choose = (cartId: string) =>
      chooseShippingAndPay(shop.sdk, cartId, shop.shop.delivery_option_id)

    /** A cart that changes loses its payment session. */
    const pay = async (cartId: string) => {
      const { cart } = await shop.sdk.store.cart.retrieve(cartId)
      await shop.sdk.store.payment.initiatePaymentSession(cart, {
        provider_id: "pp_system_default",
      })
    }

    const shippingOf = async (cartId: string) =>
      (await shop.sdk.store.cart.retrieve(cartId)).cart.shipping_total

    const changeDistrict = async (change: object) => {
      const { data } = await shop.api.post<{ district: AdminDistrict }>(
        `/admin/delivery/districts/${shop.district_id}`,
        change,
        shop.admin
      )
      return data.district
    }

    const addGroup = async (name: string) => {
      const { data } = await shop.api.post<{ customer_group: { id: string } }>(
        "/admin/customer-groups",
        { name },
        shop.admin
      )
      return data.customer_group.id
    }

    /** The shop as a logged-in member of a group sees it. */
    const memberOf = async (groupId: string): Promise<ScheduleShop> => {
      const { customer, headers } = await registerCustomer(
        shop.api,
        shop.shop.headers
      )
      await shop.api.post(
        `/admin/customer-groups/${groupId}/customers`,
        { add: [customer.id] },
        shop.admin
      )
      const sdk = withCornerstore(
        new Medusa({
          baseUrl: runner.defaults.baseURL ?? "",
          publishableKey: shop.shop.publishable_key,
          globalHeaders: { authorization: headers.authorization },
        })
      )
      return { ...shop, sdk }
    }

    it("keeps everything a window and a district say, and what was not said stays", async () => {
      const [{ id }] = await windowsOf(shop)
      const said = {
        capacity: { orders: 4, weight_grams: 90_000, minutes: 120 },
        minimum_order: 15,
        free_over: 80,
        early_group_ids: ["cusgroup_1"],
        public_days: 3,
      }
      const path = `/admin/delivery/windows/${id}`
      await shop.api.post(path, said, shop.admin)
      await shop.api.post(path, { capacity: { orders: 6 } }, shop.admin)
      await shop.api.post(path, { minimum_order: null }, shop.admin)
      const window = (await windowsOf(shop)).find((each) => each.id === id)
      expect(window).toMatchObject({
        ...said,
        capacity: { ...said.capacity, orders: 6 },
        minimum_order: null,
        starts_at: "16:00",
        price: 4.5,
      })
      const rates = {
        weight_steps: [{ over_grams: 500, add: 2 }],
        group_prices: [{ customer_group_id: "cusgroup_1", percent_off: 20 }],
      }
      expect(
        await changeDistrict({ rates, stop_minutes: 12, cash_limit: 100 })
      ).toMatchObject({ rates, stop_minutes: 12, cash_limit: 100 })
      expect(await changeDistrict({ cash_limit: null })).toMatchObject({
        rates,
        cash_limit: null,
      })
    })

    it("opens to early groups first: guests and others are told when it is their turn", async () => {
      const group = await addGroup("Regulars")
      await changeWindows(shop, { early_group_ids: [group], public_days: 0 })
      const { cartId, slots } = await cartWithSlots(shop)
      const ahead = slots.filter(isAhead)
      expect(new Set(ahead.map(({ reason }) => reason))).toEqual(
        new Set(["not_yet"])
      )
      const [slot] = ahead
      expect(Date.parse(slot.opens_at ?? "")).toBeGreaterThan(Date.now())
      expect(await refusedHold(cartId, slot.id)).toMatchObject({
        status: 422,
        data: {
          code: "slot_not_yet",
          message: expect.stringContaining(slot.opens_at ?? "no time"),
        },
      })

      const member = await memberOf(group)
      const own = await cartAt(member.sdk, shop.shop, shop.network.places[0])
      expect(await slotOf(member, own, slot.id)).toMatchObject({
        state: "open",
        reason: null,
      })
      const { hold: held } = await member.sdk.cornerstore.delivery.holdSlot(
        own,
        slot.id
      )
      expect(held.slot_id).toBe(slot.id)

      await changeWindows(shop, { public_days: null })
      expect(await slotOf(shop, cartId, slot.id)).toMatchObject({
        state: "open",
        opens_at: null,
      })
    })

    it("sells only above the minimum, in the list, for the hold and at the end", async () => {
      await changeWindows(shop, { minimum_order: 60 })
      const { cartId, slots } = await cartWithSlots(shop)
      const [slot] = slots.filter(isAhead)
      expect(slot).toMatchObject({
        state: "closed",
        reason: "below_minimum",
        minimum_order: 60,
      })
      expect(await refusedHold(cartId, slot.id)).toMatchObject({
        status: 422,
        data: { code: "below_minimum" },
      })
      await setQuantity(shop, cartId, 2)
      await hold(cartId, slot.id)
      await choose(cartId)
      await setQuantity(shop, cartId, 1)
      await pay(cartId)
      expect(await refusedOrder(cartId)).toEqual({
        status: 400,
        code: "below_minimum",
      })
      await setQuantity(shop, cartId, 2)
      await pay(cartId)
      expect((await placeOrder(shop.sdk, cartId)).item_total).toBe(60)
    })

    it("charges by weight, nothing above a value, less for a group; the cart follows what is in it", async () => {
      const group = await addGroup("Neighbours")
      await changeWindows(shop, { free_over: 90 })
      await changeDistrict({
        rates: {
          weight_steps: [
            { over_grams: 500, add: 2 },
            { over_grams: 1_000, add: 5.55 },
          ],
          group_prices: [{ customer_group_id: group, percent_off: 50 }],
        },
      })
      const { cartId, slots } = await cartWithSlots(shop)
      const slot = slots.find(isOpen)
      expect(slot).toMatchObject({ price: 6.5, free_over: 90 })
      await hold(cartId, slot?.id ?? "")
      await choose(cartId)
      expect(await shippingOf(cartId)).toBe(6.5)
      // 1,200 g, then 90 USD: Medusa asks for the price again by itself.
      await setQuantity(shop, cartId, 2)
      expect(await shippingOf(cartId)).toBe(10.05)
      expect((await slotOf(shop, cartId, slot?.id ?? ""))?.price).toBe(10.05)
      await setQuantity(shop, cartId, 3)
      expect(await shippingOf(cartId)).toBe(0)
      await setQuantity(shop, cartId, 2)
      await pay(cartId)
      const order = await placeOrder(shop.sdk, cartId)
      expect(order.shipping_total).toBe(10.05)

      const member = await memberOf(group)
      const own = await cartAt(member.sdk, shop.shop, shop.network.places[0])
      const offered = (await slotsOf(member, own)).find(isOpen)
      expect(offered?.price).toBe(3.25)
      await member.sdk.cornerstore.delivery.holdSlot(own, offered?.id ?? "")
      await chooseShippingAndPay(member.sdk, own, shop.shop.delivery_option_id)
      expect((await placeOrder(member.sdk, own)).shipping_total).toBe(3.25)
    })

    it("refuses an order whose price has changed since, until the method is added again", async () => {
      const { cartId, slots } = await cartWithSlots(shop)
      const slot = slots.find(isOpen)
      await hold(cartId, slot?.id ?? "")
      await choose(cartId)
      await changeWindows(shop, { price: 7 })
      expect(await refusedOrder(cartId)).toEqual({
        status: 400,
        code: "slot_price_changed",
      })
      await choose(cartId)
      expect((await placeOrder(shop.sdk, cartId)).shipping_total).toBe(7)
    })

    it("sells no more weight and time than there is, and asks again when the order is placed", async () => {
      await changeWindows(shop, {
        capacity: { orders: 5, weight_grams: 1_300, minutes: null },
      })
      const first = await cartWithSlots(shop)
      const slot = first.slots.find(isOpen)
      const slotId = slot?.id ?? ""
      await hold(first.cartId, slotId)
      const second = await cartWithSlots(shop)
      await setQuantity(shop, second.cartId, 2)
      expect(await slotOf(shop, second.cartId, slotId)).toMatchObject({
        state: "full",
        reason: "too_heavy",
        remaining: 4,
      })
      expect(await refusedHold(second.cartId, slotId)).toMatchObject({
        status: 409,
        data: { code: "slot_full", message: expect.stringContaining("1200 g") },
      })
      await setQuantity(shop, second.cartId, 1)
      await hold(second.cartId, slotId)

      // The first wants more than there is: it keeps what it had.
      await choose(first.cartId)
      await setQuantity(shop, first.cartId, 2)
      await pay(first.cartId)
      expect(await refusedOrder(first.cartId)).toEqual({
        status: 400,
        code: "slot_full",
      })
      const delivery = deliveryService(getContainer())
      expect(await delivery.retrieveSlot(slotId)).toMatchObject({
        reserved_orders: 2,
        reserved_weight_grams: 1_200,
      })
      await shop.sdk.cornerstore.delivery.releaseSlot(second.cartId)
      await placeOrder(shop.sdk, first.cartId)
      expect(await delivery.retrieveSlot(slotId)).toMatchObject({
        reserved_orders: 1,
        reserved_weight_grams: 1_200,
        reserved_minutes: 10,
      })

      await changeWindows(shop, { capacity: { orders: 5, minutes: 19 } })
      expect(await slotOf(shop, second.cartId, slotId)).toMatchObject({
        state: "full",
        reason: null,
      })
    })

    it("goes by its own clock, not by the customer's, and sells nothing of the past", async () => {
      const { cartId, slots } = await cartWithSlots(shop)
      const slotId = slots.find(isOpen)?.id ?? ""
      const path = `/store/carts/${cartId}/delivery-slot`
      const nextYear = new Date(Date.now() + 365 * 86_400_000)
      const { data } = await shop.api.post<HoldSlotResponse>(
        path,
        { slot_id: slotId },
        { headers: { ...shop.shop.headers, date: nextYear.toUTCString() } }
      )
      expect(Date.parse(data.hold.expires_at)).toBeLessThan(
        Date.now() + 86_400_000
      )
      const body = { slot_id: slotId, now: nextYear.toISOString() }
      expect(await refusal(shop.api.post(path, body, shop.shop))).toMatchObject(
        { status: 400 }
      )

      const delivery = deliveryService(getContainer())
      const over = new Date(Date.now() - 60_000)
      await delivery.updateDeliverySlots({ id: slotId, cutoff_at: over })
      expect(await slotOf(shop, cartId, slotId)).toMatchObject({
        state: "closed",
        reason: "cut_off",
      })
      const other = await cartWithSlots(shop)
      for (const id of [cartId, other.cartId]) {
        expect(await refusedHold(id, slotId)).toMatchObject({
          status: 422,
          data: { code: "slot_closed" },
        })
      }
      await delivery.updateDeliverySlots({
        id: slotId,
        starts_at: over,
        ends_at: over,
      })
      expect(await slotOf(shop, cartId, slotId)).toBeUndefined()
      // Whoever held it before the cut-off may still finish.
      await choose(cartId)
      await placeOrder(shop.sdk, cartId)
    })
  },
})
