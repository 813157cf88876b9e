import type { ConfigModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import type {
  AdminOrderDeliveryResponse,
  DeliverySlot,
  GroupingResponse,
  ListAuditResponse,
  ListGroupingsResponse,
  OrderSuggestionsResponse,
  ProposeGroupingResponse,
  WeekSummaryResponse,
} from "../../../src/sdk/types"
import { DELIVERY_MODULE } from "../../../src/modules/delivery"
import DeliveryModuleService from "../../../src/modules/delivery/service"
import { RUNTIME_MODULE } from "../../../src/modules/runtime"
import RuntimeModuleService from "../../../src/modules/runtime/service"
import { finishGroupings } from "../../../src/workflows/delivery/reconcilers/finish-groupings"
import { forgetTours } from "../../../src/workflows/delivery/tour-cache"
import { signedInAdmin } from "../../helpers/actors"
import { createDeliveryNetwork } from "../../helpers/delivery-network"
import type { KnownPlace } from "../../helpers/districts"
import { httpClient, refusal } from "../../helpers/http-client"
import { prepareForRoutes, RouteShop } from "../../helpers/routes"
import { createTestShop } from "../../helpers/shop"
import {
  cartAt,
  chooseShippingAndPay,
  Place,
  placeOrder,
  storefront,
} from "../../helpers/storefront"
import { waitFor } from "../../helpers/wait-for"

jest.setTimeout(180_000)

/** The Ferry Building. */
const DEPOT = { lat: 37.7955, lng: -122.3937 }
const MINUTES_3 = 3 * 60_000

medusaIntegrationTestRunner({
  inApp: true,
  // Reconcilers run when the test says so.
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ api: runner, getContainer }) => {
    let shop: RouteShop
    /** Near the depot, and at the ocean. */
    let mission: KnownPlace
    let sunset: KnownPlace

    beforeAll(async () => {
      const container = getContainer()
      const api = httpClient(runner.defaults.baseURL)
      const admin = await signedInAdmin(container, api)
      const testShop = await createTestShop(container)
      const { places } = await createDeliveryNetwork(api, admin, {
        capacity: 6,
      })
      ;[mission, sunset] = places
      const sdk = storefront(runner.defaults.baseURL, testShop)
      shop = { api, admin, sdk, shop: testShop }
      expect(await propose("2026-12-01", "2026-12-07")).toEqual({
        grouping: null,
        reason: "no_depot",
      })
      await prepareForRoutes(container, testShop, DEPOT)
    })
    beforeEach(() => forgetTours())

    const delivery = () =>
      getContainer().resolve<DeliveryModuleService>(DELIVERY_MODULE)

    const near = ({ lat, lng }: KnownPlace, steps: number): Place => ({
      lat: lat + steps * 0.0007,
      lng,
    })

    const slotsAt = async (place: Place) => {
      const cartId = await cartAt(shop.sdk, shop.shop, place)
      const { slots } = await shop.sdk.cornerstore.delivery.listSlots(cartId)
      return { cartId, slots }
    }
    const openSlots = (slots: DeliverySlot[]) =>
      slots.filter(({ state }) => state === "open")

    /** An order whose customer asks for the n-th day that is open. */
    const orderOn = async (place: Place, day: number) => {
      const { cartId, slots } = await slotsAt(place)
      const slot = openSlots(slots)[day]
      await shop.sdk.cornerstore.delivery.holdSlot(cartId, slot.id)
      await chooseShippingAndPay(
        shop.sdk,
        cartId,
        shop.shop.delivery_option_id,
        { slot_id: slot.id }
      )
      const order = await placeOrder(shop.sdk, cartId)
      await waitFor("the booking of the order", () => slotOf(order.id))
      return { order_id: order.id, slot }
    }
    const slotOf = async (orderId: string) => {
      const { data } = await shop.api.get<AdminOrderDeliveryResponse>(
        `/admin/orders/${orderId}/delivery`,
        shop.admin
      )
      return data.delivery?.slot ?? null
    }
    const suggest = async (orderId: string) =>
      (
        await shop.api.get<OrderSuggestionsResponse>(
          `/admin/delivery/suggestions?order_id=${orderId}`,
          shop.admin
        )
      ).data.suggestions
    const weekOf = async (from: string, to: string) =>
      (
        await shop.api.get<WeekSummaryResponse>(
          `/admin/delivery/suggestions?from=${from}&to=${to}`,
          shop.admin
        )
      ).data.week
    const propose = async (from: string, to: string, more: object = {}) =>
      (
        await shop.api.post<ProposeGroupingResponse>(
          "/admin/delivery/groupings",
          { from, to, ...more },
          shop.admin
        )
      ).data
    const decide = async (id: string, how: string, body: object = {}) =>
      (
        await shop.api.post<GroupingResponse>(
          `/admin/delivery/groupings/${id}/${how}`,
          body,
          shop.admin
        )
      ).data.grouping

    /** Places taken in every slot, as counted and as booked. */
    const counters = async () => {
      const slots = await delivery().listDeliverySlots(
        {},
        { take: 1_000, select: ["id", "reserved_orders", "capacity_orders"] }
      )
      const bookings = await delivery().listDeliveryBookings(
        { status: "booked" },
        { take: 1_000, select: ["id", "slot_id"] }
      )
      return slots.map(({ id, reserved_orders, capacity_orders }) => ({
        reserved: reserved_orders,
        booked: bookings.filter(({ slot_id }) => slot_id === id).length,
        capacity: capacity_orders,
      }))
    }
    const expectRightCounters = async () => {
      for (const { reserved, booked, capacity } of await counters()) {
        expect(reserved).toBe(booked)
        expect(booked).toBeLessThanOrEqual(capacity)
      }
    }

    /** A week as it comes: everybody on the day she asked for. */
    const firstComeWeek = async () => {
      const orders = [
        await orderOn(near(sunset, 0), 0),
        await orderOn(near(sunset, 1), 1),
        await orderOn(near(sunset, 2), 2),
        await orderOn(near(sunset, 3), 3),
        await orderOn(near(mission, 0), 0),
        await orderOn(near(mission, 1), 3),
      ]
      const days = orders.map(({ slot }) => slot.date).sort()
      return { orders, from: days[0], to: days[days.length - 1] }
    }

    it("recommends the day on which the driver is next door, and tells no more than that", async () => {
      const { slot } = await orderOn(sunset, 4)
      // What was listed for that order is in memory for half a minute.
      forgetTours()
      const cartId = await cartAt(shop.sdk, shop.shop, near(sunset, 1))
      // On a machine that is busy the first listing may be too early for it.
      const slots = await waitFor("a recommendation", async () => {
        const listed = await shop.sdk.cornerstore.delivery.listSlots(cartId)
        return listed.slots.some((each) => each.recommended)
          ? listed.slots
          : null
      })
      const recommended = slots.filter((each) => each.recommended)
      expect(recommended.map(({ date }) => date)).toEqual([slot.date])
      // To the ocean and back, on a day without anybody.
      const [{ saved_metres }] = recommended
      expect(saved_metres).toBeGreaterThan(20_000)
      expect(saved_metres).toBeLessThan(32_000)
      expect(Number(saved_metres) % 100).toBe(0)
      for (const each of slots.filter(({ id }) => id !== recommended[0].id)) {
        expect(each).toMatchObject({ recommended: false, saved_metres: null })
      }

      // Whoever has chosen that day has nothing to gain.
      await shop.sdk.cornerstore.delivery.holdSlot(cartId, recommended[0].id)
      await chooseShippingAndPay(
        shop.sdk,
        cartId,
        shop.shop.delivery_option_id,
        { slot_id: recommended[0].id }
      )
      const after = await shop.sdk.cornerstore.delivery.listSlots(cartId)
      expect(after.slots.filter((each) => each.recommended)).toEqual([])
    })

    it("lists slots without a recommendation when tours cannot be told, or not in time", async () => {
      await orderOn(sunset, 4)
      forgetTours()
      const read = jest.spyOn(delivery(), "listBookingsToDrive")
      read.mockRejectedValueOnce(new Error("the database is away"))
      const failing = await slotsAt(near(sunset, 1))
      expect(openSlots(failing.slots).length).toBeGreaterThan(5)
      expect(failing.slots.some((each) => each.recommended)).toBe(false)
      const calls = (count: number) => async () =>
        read.mock.calls.length === count ? true : null
      // The listing may have been answered before it came to that.
      await waitFor("deliveries to be asked for", calls(1))

      let answer: () => void = () => undefined
      read.mockImplementationOnce(
        () => new Promise((resolve) => (answer = () => resolve([])))
      )
      const slow = await slotsAt(near(sunset, 1))
      expect(openSlots(slow.slots).length).toBeGreaterThan(5)
      expect(slow.slots.some((each) => each.recommended)).toBe(false)
      await waitFor("deliveries to be asked for again", calls(2))
      answer()
      read.mockRestore()
    })

    it("says on which day an order would cost the shortest way, for somebody on the phone", async () => {
      const neighbour = await orderOn(near(sunset, 1), 3)
      const { order_id, slot } = await orderOn(sunset, 0)
      const answer = await suggest(order_id)
      expect(answer).toMatchObject({
        reason: null,
        position: "address",
        asked: { slot_id: slot.id, date: slot.date },
      })
      const [best] = answer.slots
      expect(best).toMatchObject({
        slot_id: neighbour.slot.id,
        recommended: true,
        state: "open",
      })
      const own = answer.slots.find(({ slot_id }) => slot_id === slot.id)
      expect(own).toMatchObject({ saved_metres: 0, recommended: false })
      expect(best.saved_metres).toBe(
        (own?.detour_metres ?? 0) - best.detour_metres
      )
      expect(best.detour_metres).toBeLessThan(400)
      expect(
        await refusal(
          shop.api.get(
            "/admin/delivery/suggestions?order_id=order_nobody",
            shop.admin
          )
        )
      ).toMatchObject({ status: 404 })
    })

    it("shows the kilometres of a first-come week and of the proposal, and makes the chosen moves once", async () => {
      const { from, to, orders } = await firstComeWeek()
      const before = await weekOf(from, to)
      const { grouping, reason } = await propose(from, to)
      if (!grouping) {
        throw new Error(`No proposal: ${reason}`)
      }
      expect(grouping).toMatchObject({ status: "proposed", from, to })
      expect(grouping.metres_before).toBe(before.metres)
      // Four trips to the ocean become one or two.
      expect(grouping.metres_after).toBeLessThan(0.6 * grouping.metres_before)
      expect(
        grouping.moves.reduce((sum, move) => sum + move.saved_metres, 0)
      ).toBe(grouping.metres_before - grouping.metres_after)
      expect(grouping.moves.length).toBeGreaterThan(1)
      // Nothing has moved yet.
      for (const { order_id, slot } of orders) {
        expect(await slotOf(order_id)).toMatchObject({ id: slot.id })
      }

      const [unchecked, ...chosen] = grouping.moves
      const accepted = await decide(grouping.id, "accept", {
        booking_ids: chosen.map(({ booking_id }) => booking_id),
      })
      expect(accepted).toMatchObject({
        status: "accepted",
        moved_count: chosen.length,
        refused_count: 0,
        waiting_count: 0,
        saved_metres:
          grouping.metres_before -
          grouping.metres_after -
          unchecked.saved_metres,
      })
      for (const move of accepted.moves) {
        const isChosen = move.booking_id !== unchecked.booking_id
        expect(move).toMatchObject(
          isChosen
            ? // Nobody has configured a provider of e-mails.
              { state: "moved", told: "call" }
            : { state: "left_out", told: null }
        )
        expect(await slotOf(move.order.id)).toMatchObject({
          id: (isChosen ? move.to : move.from).slot_id,
        })
      }
      await expectRightCounters()
      const after = await weekOf(from, to)
      expect(after.metres).toBeLessThan(Number(before.metres))
      expect(after.days.reduce((sum, day) => sum + day.deliveries, 0)).toBe(6)

      const countMoves = async () =>
        (await delivery().listAndCountDeliveryMoves({}, { take: 1 }))[1]
      const made = await countMoves()
      expect(made).toBe(chosen.length)
      expect(await decide(grouping.id, "accept")).toEqual(accepted)
      expect(await countMoves()).toBe(made)
      expect(await refusal(decide(grouping.id, "dismiss"))).toMatchObject({
        status: 400,
      })
      const audit = await shop.api.get<ListAuditResponse>(
        `/admin/audit-entries?resource_id=${grouping.id}`,
        shop.admin
      )
      expect(audit.data.entries.map(({ action }) => action).sort()).toEqual([
        "delivery_grouping.accepted",
        "delivery_grouping.proposed",
      ])
    })

    it("keeps what it promised when all of it is accepted, and then finds nothing more", async () => {
      const { from, to } = await firstComeWeek()
      const { grouping } = await propose(from, to)
      await decide(grouping?.id ?? "", "accept")
      expect((await weekOf(from, to)).metres).toBe(grouping?.metres_after)
      await expectRightCounters()
      expect(await propose(from, to)).toEqual({
        grouping: null,
        reason: "nothing_gained",
      })
    })

    it("leaves moves that are no longer possible, says why, and makes the others", async () => {
      const { from, to } = await firstComeWeek()
      const { grouping } = await propose(from, to)
      const [first, second] = grouping?.moves ?? []
      // One customer cancels; the slot of another is taken off sale.
      await shop.api.post(
        `/admin/orders/${first.order.id}/cancel`,
        {},
        shop.admin
      )
      await waitFor("the place to be given back", async () => {
        const [booking] = await delivery().listDeliveryBookings({
          id: first.booking_id,
        })
        return booking.status === "released" ? true : null
      })
      const away = grouping?.moves.filter(
        ({ to: target }) => target.slot_id === second.to.slot_id
      )
      await delivery().updateDeliverySlots({
        id: second.to.slot_id,
        is_open: false,
      })
      const accepted = await decide(grouping?.id ?? "", "accept")
      const find = (id: string) =>
        accepted.moves.find(({ booking_id }) => booking_id === id)
      expect(find(first.booking_id)).toMatchObject({
        state: "refused",
        reason: expect.stringContaining("no delivery slot any more"),
      })
      for (const { booking_id } of away ?? []) {
        if (booking_id !== first.booking_id) {
          expect(find(booking_id)).toMatchObject({
            state: "refused",
            reason: expect.stringContaining("not on sale"),
          })
        }
      }
      expect(accepted.moved_count + accepted.refused_count).toBe(
        accepted.moves_count
      )
    })

    it("has customers told by e-mail, once each, where the shop has a provider for it", async () => {
      const config = getContainer().resolve<ConfigModule>(
        ContainerRegistrationKeys.CONFIG_MODULE
      )
      const before = config.modules?.[Modules.NOTIFICATION]
      config.modules = {
        ...config.modules,
        [Modules.NOTIFICATION]: {
          resolve: "@medusajs/medusa/notification",
          options: {
            providers: [
              {
                resolve: "mails",
                id: "mails",
                options: { channels: ["email"] },
              },
            ],
          },
        },
      }
      try {
        const { from, to } = await firstComeWeek()
        const { grouping } = await propose(from, to)
        const accepted = await decide(grouping?.id ?? "", "accept")
        const runtime =
          getContainer().resolve<RuntimeModuleService>(RUNTIME_MODULE)
        const messages = await runtime.listOutboxMessages(
          { kind: "notify-customer" },
          { take: 100 }
        )
        expect(messages.map(({ key }) => key).sort()).toEqual(
          accepted.moves
            .map(
              ({ booking_id }) =>
                `delivery-grouped:${accepted.id}:${booking_id}`
            )
            .sort()
        )
        for (const move of accepted.moves) {
          expect(move).toMatchObject({ state: "moved", told: "email" })
        }
        // Addresses are looked up when it is sent.
        expect(JSON.stringify(messages)).not.toContain("@example.com")
      } finally {
        config.modules = {
          ...config.modules,
          ...(before ? { [Modules.NOTIFICATION]: before } : {}),
        }
      }
    })

    it("finishes what a process that died had accepted", async () => {
      const { from, to } = await firstComeWeek()
      const { grouping } = await propose(from, to)
      const id = grouping?.id ?? ""
      // Dead right after the acceptance was stored.
      await delivery().acceptGrouping(id, undefined, new Date())
      const container = getContainer()
      expect(await finishGroupings.run({ container, now: new Date() })).toEqual(
        { found: 0, repaired: 0 }
      )
      const later = new Date(Date.now() + MINUTES_3)
      const moves = grouping?.moves.length
      expect(await finishGroupings.run({ container, now: later })).toEqual({
        found: moves,
        repaired: moves,
      })
      expect(await finishGroupings.run({ container, now: later })).toEqual({
        found: 0,
        repaired: 0,
      })
      expect((await weekOf(from, to)).metres).toBe(grouping?.metres_after)
      await expectRightCounters()
    })

    it("moves only what may move, and keeps one proposal for the same days", async () => {
      const { from, to } = await firstComeWeek()
      const { grouping: all } = await propose(from, to)
      const ids = new Set(all?.moves.map(({ district }) => district.id))
      const [district_id] = ids
      const { grouping: some } = await propose(from, to, {
        district_ids: [district_id],
      })
      expect(new Set(some?.moves.map(({ district }) => district.id))).toEqual(
        new Set([district_id])
      )
      const { data } = await shop.api.get<ListGroupingsResponse>(
        "/admin/delivery/groupings?status=proposed",
        shop.admin
      )
      expect(data.groupings.map(({ id }) => id)).toEqual([some?.id])
      expect(await decide(some?.id ?? "", "dismiss")).toMatchObject({
        status: "dismissed",
      })
      expect(await refusal(decide(some?.id ?? "", "accept"))).toMatchObject({
        status: 400,
      })
    })

    it("refuses days that make no sense", async () => {
      const get = (query: string) =>
        refusal(
          shop.api.get(`/admin/delivery/suggestions?${query}`, shop.admin)
        )
      for (const query of [
        "",
        "from=2026-12-02&to=2026-12-01",
        "from=2026-12-01&to=2027-01-01",
        "from=tomorrow&to=2026-12-01",
        "order_id=order_1&from=2026-12-01&to=2026-12-02",
      ]) {
        expect(await get(query)).toMatchObject({ status: 400 })
      }
      expect(await refusal(propose("2026-12-02", "2026-12-01"))).toMatchObject({
        status: 400,
      })
      expect(
        await refusal(
          shop.api.get("/admin/delivery/groupings/dgrp_nobody", shop.admin)
        )
      ).toMatchObject({ status: 404 })
    })
  },
})
