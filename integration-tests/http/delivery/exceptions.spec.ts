import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import type {
  AdminDeliveryException,
  ChangeExceptionResponse,
  DeliveryExceptionResponse,
  ListAuditResponse,
  ListExceptionsResponse,
  ScheduleChange,
} from "../../../src/sdk/types"
import { runReconcilers } from "../../../src/lib/reconciler"
import { RUNTIME_MODULE } from "../../../src/modules/runtime"
import { deliveryService } from "../../../src/workflows/delivery/module"
import { recountSlotCounters } from "../../../src/workflows/delivery/reconcilers/recount"
import { refusal } from "../../helpers/http-client"
import {
  cartWithSlots,
  changeWindows,
  createScheduleShop,
  isOpen,
  ScheduleShop,
  slotOf,
  slotsOf,
  windowsOf,
} from "../../helpers/schedule"

jest.setTimeout(180_000)

const PATH = "/admin/delivery/exceptions"

medusaIntegrationTestRunner({
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ api: runner, getContainer }) => {
    let shop: ScheduleShop

    beforeAll(async () => {
      shop = await createScheduleShop(
        getContainer(),
        runner.defaults.baseURL ?? ""
      )
    })

    const save = async (body: object, id = "") => {
      const path = id ? `${PATH}/${id}` : PATH
      const { data } = await shop.api.post<ChangeExceptionResponse>(
        path,
        body,
        shop.admin
      )
      return data
    }

    const list = async (query = "") => {
      const { data } = await shop.api.get<ListExceptionsResponse>(
        `${PATH}?${query}`,
        shop.admin
      )
      return data
    }

    const remove = async (id: string) => {
      const { data } = await shop.api.delete<ScheduleChange>(
        `${PATH}/${id}`,
        shop.admin
      )
      return data
    }

    it("closes a day at once, names what is booked there, and opens it again", async () => {
      const { cartId, slots } = await cartWithSlots(shop)
      const [slot, next] = slots.filter(isOpen)
      await shop.sdk.cornerstore.delivery.holdSlot(cartId, slot.id)
      const { exception, overbooked } = await save({
        name: "Town fair",
        kind: "closed",
        district_id: shop.district_id,
        starts_on: slot.date,
        ends_on: slot.date,
      })
      expect(overbooked).toEqual([
        {
          slot_id: slot.id,
          date: slot.date,
          starts_at: slot.starts_at,
          reserved_orders: 1,
          capacity_orders: 0,
        },
      ])
      const other = await cartWithSlots(shop)
      expect(await slotOf(shop, other.cartId, slot.id)).toMatchObject({
        state: "closed",
        reason: null,
      })
      expect(await slotOf(shop, other.cartId, next.id)).toMatchObject({
        state: "open",
      })
      const refused = await refusal(
        shop.api.post(
          `/store/carts/${other.cartId}/delivery-slot`,
          { slot_id: slot.id },
          shop.shop
        )
      )
      expect(refused).toMatchObject({
        status: 422,
        data: { code: "slot_closed" },
      })

      expect(await remove(exception.id)).toMatchObject({ overbooked: [] })
      expect(await slotOf(shop, other.cartId, slot.id)).toMatchObject({
        id: slot.id,
        state: "open",
        remaining: 4,
      })
      const { data: audit } = await shop.api.get<ListAuditResponse>(
        `/admin/audit-entries?resource_id=${exception.id}`,
        shop.admin
      )
      expect(audit.entries.map(({ action }) => action).sort()).toEqual([
        "delivery_exception.created",
        "delivery_exception.deleted",
      ])
    })

    it("changes one window on its days, and follows when it is changed itself", async () => {
      const { cartId, slots } = await cartWithSlots(shop)
      const [slot] = slots.filter(isOpen)
      const weekday = new Date(`${slot.date}T12:00:00Z`).getUTCDay() || 7
      const window = (await windowsOf(shop)).find(
        (each) => each.weekday === weekday
      )
      const { exception } = await save({
        name: "Market day",
        kind: "changed",
        window_id: window?.id,
        starts_on: slot.date,
        ends_on: slot.date,
        starts_at: "17:00",
        price: 9,
        capacity: { orders: 1 },
      })
      // Its district is known by its window.
      expect(exception).toMatchObject({ district_id: shop.district_id })
      const later = new Date(Date.parse(slot.starts_at) + 3_600_000)
      expect(await slotOf(shop, cartId, slot.id)).toMatchObject({
        starts_at: later.toISOString(),
        ends_at: slot.ends_at,
        price: 9,
        remaining: 1,
      })
      await shop.sdk.cornerstore.delivery.holdSlot(cartId, slot.id)
      const { overbooked } = await save(
        { starts_at: null, capacity: { orders: 0 } },
        exception.id
      )
      expect(overbooked).toMatchObject([
        { slot_id: slot.id, reserved_orders: 1, capacity_orders: 0 },
      ])
      // Somebody has a place: she was promised five o'clock.
      expect(await slotOf(shop, cartId, slot.id)).toMatchObject({
        starts_at: later.toISOString(),
        state: "full",
        remaining: 0,
      })
      await shop.sdk.cornerstore.delivery.releaseSlot(cartId)
      await save({ capacity: { orders: 2 } }, exception.id)
      expect(await slotOf(shop, cartId, slot.id)).toMatchObject({
        starts_at: slot.starts_at,
        state: "open",
        remaining: 2,
      })
    })

    it("adds a window for some days, over midnight too", async () => {
      const { cartId, slots } = await cartWithSlots(shop)
      const [slot] = slots.filter(isOpen)
      const { exception } = await save({
        name: "Long night",
        kind: "extra",
        district_id: shop.district_id,
        starts_on: slot.date,
        ends_on: slot.date,
        starts_at: "22:00",
        ends_at: "01:00",
        cutoff_time: "00:00",
        capacity: { orders: 3 },
        price: 12,
      })
      const extra = (await slotsOf(shop, cartId)).find(
        ({ price }) => price === 12
      )
      expect(extra).toMatchObject({ date: slot.date, remaining: 3 })
      expect(
        Date.parse(extra?.ends_at ?? "") - Date.parse(extra?.starts_at ?? "")
      ).toBe(3 * 3_600_000)
      await shop.sdk.cornerstore.delivery.holdSlot(cartId, extra?.id ?? "")
      expect((await remove(exception.id)).overbooked).toMatchObject([
        { slot_id: extra?.id, capacity_orders: 0 },
      ])
    })

    it("lists what touches a range of days and a district", async () => {
      const names = async (query: string) =>
        (await list(query)).exceptions.map(({ name }) => name)
      const on = (starts_on: string, ends_on: string) => ({
        kind: "closed",
        starts_on,
        ends_on,
      })
      await save({ name: "New Year", ...on("2027-01-01", "2027-01-01") })
      await save({
        name: "Christmas",
        ...on("2026-12-24", "2026-12-26"),
        repeats_yearly: true,
      })
      await save({
        name: "Street works",
        ...on("2027-03-01", "2027-03-31"),
        district_id: shop.district_id,
      })
      expect(await names("")).toEqual(["Christmas", "New Year", "Street works"])
      expect(await names("from=2027-01-02&to=2027-03-01")).toEqual([
        "Christmas",
        "Street works",
      ])
      expect(await names("to=2026-12-31")).toEqual(["Christmas"])
      expect(await names("district_id=ddis_other")).toEqual([
        "Christmas",
        "New Year",
      ])
      expect(await list("limit=1&offset=2")).toMatchObject({
        count: 3,
        exceptions: [{ name: "Street works" }],
      })
    })

    it("refuses what makes no sense, with the reason, and saves nothing of it", async () => {
      const day = { starts_on: "2027-02-01", ends_on: "2027-02-01" }
      const closed = { name: "Holiday", kind: "closed", ...day }
      const [window] = await windowsOf(shop)
      const elsewhere = shop.network.districts.find(
        ({ id }) => id !== shop.district_id
      )
      const bad: [body: object, status: number, message: RegExp][] = [
        [{ ...closed, starts_on: "2027-02-30" }, 400, /starts_on/],
        [{ ...closed, ends_on: "2027-01-31" }, 400, /before starts_on/],
        [{ ...closed, price: 3 }, 400, /closed exception/],
        [{ ...closed, kind: "changed" }, 400, /must say what changes/],
        [{ ...closed, kind: "extra" }, 400, /needs district_id, starts_at/],
        [{ ...closed, kind: "sometimes" }, 400, /kind/],
        [{ ...closed, district_id: "ddis_none" }, 404, /ddis_none/],
        [{ ...closed, window_id: "dwin_none" }, 404, /dwin_none/],
        [
          { ...closed, window_id: window.id, district_id: elsewhere?.id },
          400,
          /not of district/,
        ],
        [
          { ...closed, repeats_yearly: true, ends_on: "2028-02-01" },
          400,
          /year/,
        ],
        [{ ...closed, starts_at: "25:00" }, 400, /starts_at/],
        [{ ...closed, colour: "red" }, 400, /colour/],
      ]
      for (const [body, status, message] of bad) {
        const answer = await refusal(shop.api.post(PATH, body, shop.admin))
        expect([body, answer.status]).toEqual([body, status])
        expect(answer.data.message).toMatch(message)
      }
      const { exception } = await save(closed)
      const turned = await refusal(
        shop.api.post(`${PATH}/${exception.id}`, { kind: "extra" }, shop.admin)
      )
      expect(turned.status).toBe(400)
      expect(await list()).toMatchObject({ count: 1 })
      const { data } = await shop.api.get<DeliveryExceptionResponse>(
        `${PATH}/${exception.id}`,
        shop.admin
      )
      expect(data.exception).toEqual<AdminDeliveryException>(exception)
      await remove(exception.id)
      expect(
        await refusal(shop.api.get(`${PATH}/${exception.id}`, shop.admin))
      ).toMatchObject({ status: 404 })

      const badWindows: [body: object, message: RegExp][] = [
        [{ capacity: { orders: -1 } }, /orders/],
        [{ capacity: { orders: 1, weight_grams: 0.5 } }, /weight_grams/],
        [{ public_days: 366 }, /public_days/],
        [{ minimum_order: -1 }, /minimum_order/],
        [{ starts_at: "9:00" }, /starts_at/],
      ]
      for (const [body, message] of badWindows) {
        const answer = await refusal(
          shop.api.post(
            `/admin/delivery/windows/${window.id}`,
            body,
            shop.admin
          )
        )
        expect(answer.status).toBe(400)
        expect(answer.data.message).toMatch(message)
      }
      expect((await windowsOf(shop))[0]).toEqual(window)
      const steps = [
        { over_grams: 5, add: 1 },
        { over_grams: 5, add: 2 },
      ]
      expect(
        await refusal(
          shop.api.post(
            `/admin/delivery/districts/${shop.district_id}`,
            { rates: { weight_steps: steps, group_prices: [] } },
            shop.admin
          )
        )
      ).toMatchObject({
        status: 400,
        data: { message: expect.stringContaining("names a weight twice") },
      })
    })

    it("names slots that a smaller window overbooks; a window without places sells nothing", async () => {
      const { cartId, slots } = await cartWithSlots(shop)
      const [slot] = slots.filter(isOpen)
      const other = await cartWithSlots(shop)
      for (const id of [cartId, other.cartId]) {
        await shop.sdk.cornerstore.delivery.holdSlot(id, slot.id)
      }
      expect(
        await changeWindows(shop, { capacity: { orders: 1 } })
      ).toMatchObject([
        { slot_id: slot.id, reserved_orders: 2, capacity_orders: 1 },
      ])
      expect(await changeWindows(shop, { capacity: { orders: 2 } })).toEqual([])
      await changeWindows(shop, { capacity: { orders: 0 } })
      const third = await cartWithSlots(shop)
      expect(third.slots.filter(isOpen)).toEqual([])
      const refused = await refusal(
        shop.api.post(
          `/store/carts/${third.cartId}/delivery-slot`,
          { slot_id: third.slots.at(-1)?.id },
          shop.shop
        )
      )
      expect(refused).toMatchObject({
        status: 409,
        data: { code: "slot_full" },
      })
    })

    it("finds every slot that counts other than its bookings, tells it and sets it right", async () => {
      const { cartId, slots } = await cartWithSlots(shop)
      const [first, second, third] = slots.filter(isOpen)
      await shop.sdk.cornerstore.delivery.holdSlot(cartId, first.id)
      const delivery = deliveryService(getContainer())
      const run = async () => {
        const [outcome] = await runReconcilers({
          reconcilers: [recountSlotCounters],
          runtimeService: getContainer().resolve(RUNTIME_MODULE),
          container: getContainer(),
          mode: "now",
        })
        return outcome
      }
      expect(await run()).toMatchObject({ status: "done", found: 0 })
      await delivery.updateDeliverySlots([
        { id: first.id, reserved_orders: 0 },
        { id: second.id, reserved_weight_grams: 5 },
        { id: third.id, reserved_minutes: 7 },
      ])
      expect(await run()).toMatchObject({ found: 3, repaired: 3 })
      expect(await delivery.retrieveSlot(first.id)).toMatchObject({
        reserved_orders: 1,
        reserved_weight_grams: 600,
        reserved_minutes: 10,
      })
      expect(await delivery.retrieveSlot(third.id)).toMatchObject({
        reserved_minutes: 0,
      })
      expect(await run()).toMatchObject({ found: 0, repaired: 0 })
    })
  },
})
