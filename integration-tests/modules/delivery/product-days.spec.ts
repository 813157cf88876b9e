import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"

import { DELIVERY_MODULE } from "../../../src/modules/delivery"
import type { ProductQuantity } from "../../../src/modules/delivery/domain/product-days"
import DeliveryModuleService from "../../../src/modules/delivery/service"

jest.setTimeout(120_000)

const NOW = new Date("2026-05-01T10:00:00Z")
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)
const DAYS = ["2026-05-02", "2026-05-03"]

moduleIntegrationTestRunner<DeliveryModuleService>({
  moduleName: DELIVERY_MODULE,
  resolve: "./src/modules/delivery",
  testSuite: ({ service }) => {
    let slots: string[]

    /** Two districts with room for everybody, a slot in each on both days. */
    beforeEach(async () => {
      const districts = await service.createDeliveryDistricts([
        { name: "Mission", boundary: null },
        { name: "Castro", boundary: null },
      ])
      await service.writeSlots({
        slots: districts.flatMap(({ id }, district) =>
          DAYS.map((date, day) => ({
            window_id: `dwin_${district}`,
            district_id: id,
            date,
            starts_at: hours(20 + 24 * day),
            ends_at: hours(21 + 24 * day),
            cutoff_at: hours(12 + 24 * day),
            capacity_orders: 500,
            capacity_weight_grams: null,
            capacity_minutes: null,
            price: 4.5,
            minimum_order: null,
            free_over: null,
            early_group_ids: [],
            opens_at: null,
          }))
        ),
        today: "2026-05-01",
        now: NOW,
      })
      const rows = await service.listDeliverySlots(
        {},
        { order: { window_id: "ASC", date: "ASC" }, take: 10 }
      )
      slots = rows.map(({ id }) => id)
    })

    const limit = (product_id: string, daily_capacity: number | null) =>
      service.createDeliveryProductRules({ product_id, daily_capacity })

    const pieces = (of: Record<string, number>): ProductQuantity[] =>
      Object.entries(of).map(([product_id, quantity]) => ({
        product_id,
        quantity,
      }))

    const demand = (of: Record<string, number>) => ({
      weight_grams: 0,
      minutes: 0,
      products: pieces(of),
    })

    const hold = (
      cart_id: string,
      slot: number,
      of: Record<string, number>,
      { now = NOW, expires_at = hours(1) } = {}
    ) =>
      service.holdPlace({
        cart_id,
        slot_id: slots[slot],
        demand: demand(of),
        expires_at,
        now,
      })

    const commit = (cart_id: string, of: Record<string, number>) =>
      service.commitPlace({ cart_id, demand: demand(of), now: NOW })

    const release = (cart_id: string) =>
      service.releasePlaces({
        by: "cart_id",
        ids: [cart_id],
        reason: "dropped",
        now: NOW,
      })

    const reserved = async (product_id: string, date = DAYS[0]) => {
      const [day] = await service.listDeliveryProductDays({ product_id, date })
      return day?.reserved ?? 0
    }

    /** A day has what its living bookings have, and never more than its capacity. */
    const expectSumsToMatch = async () => {
      const days = await service.listDeliveryProductDays({}, { take: 100 })
      const living = await service.listDeliveryBookingProducts(
        { booking: { status: ["held", "committed", "booked", "delivered"] } },
        { take: 1000 }
      )
      const rules = await service.listDeliveryProductRules({}, { take: 100 })
      for (const { product_id, date, reserved: counted } of days) {
        const sum = living
          .filter((row) => row.product_id === product_id && row.date === date)
          .reduce((total, { quantity }) => total + quantity, 0)
        expect([product_id, date, counted]).toEqual([product_id, date, sum])
        const rule = rules.find((row) => row.product_id === product_id)
        expect(counted).toBeLessThanOrEqual(rule?.daily_capacity ?? 1_000_000)
      }
      for (const row of living) {
        expect(
          days.some(
            ({ product_id, date }) =>
              product_id === row.product_id && date === row.date
          )
        ).toBe(true)
      }
      expect(await service.recountProductDays("2026-05-01", NOW)).toEqual([])
    }

    it("sells 5 pieces to 5 of 100 carts in two districts, and tells 95 that they are sold out", async () => {
      await limit("cake", 5)
      const answers = await Promise.allSettled(
        Array.from({ length: 100 }, (_, index) =>
          hold(`cart_${index}`, index % 2 ? 0 : 2, { cake: 1, bread: 1 })
        )
      )
      const refusals = answers.flatMap((answer) =>
        answer.status === "rejected" ? [answer.reason.code] : []
      )
      expect(refusals).toEqual(
        Array.from({ length: 95 }, () => "products_sold_out")
      )
      expect(await reserved("cake")).toBe(5)
      expect(await reserved("bread")).toBe(5)
      // The place of a refused cart is not kept either.
      const places = await service.listDeliverySlots({ id: slots })
      expect(
        places.reduce((sum, { reserved_orders }) => sum + reserved_orders, 0)
      ).toBe(5)
      await expectSumsToMatch()
    })

    it("takes nothing of any product when one of them is sold out, and names it", async () => {
      await limit("cake", 3)
      await limit("tart", 1)
      await hold("cart_a", 0, { tart: 1 })
      await expect(
        hold("cart_b", 0, { bread: 1, cake: 2, tart: 1 })
      ).rejects.toMatchObject({
        code: "products_sold_out",
        day: DAYS[0],
        product_ids: ["tart"],
      })
      expect(await reserved("cake")).toBe(0)
      // The first of a day, more than there may be.
      await expect(hold("cart_c", 1, { cake: 4 })).rejects.toMatchObject({
        product_ids: ["cake"],
      })
      await expectSumsToMatch()
    })

    it("sells nothing of what has no piece a day", async () => {
      await limit("cake", 0)
      await expect(hold("cart_a", 0, { cake: 1 })).rejects.toMatchObject({
        code: "products_sold_out",
      })
      await expectSumsToMatch()
    })

    it("moves the pieces with the day when the cart chooses another slot", async () => {
      await limit("cake", 2)
      await hold("cart_a", 0, { cake: 2 })
      await hold("cart_a", 2, { cake: 2 })
      expect(await reserved("cake")).toBe(2)
      await hold("cart_a", 1, { cake: 1 })
      expect([await reserved("cake"), await reserved("cake", DAYS[1])]).toEqual(
        [0, 1]
      )
      await expectSumsToMatch()
    })

    it("adjusts at the guard to what the cart has, and leaves the hold when that is too much", async () => {
      await limit("cake", 5)
      await hold("cart_a", 0, { cake: 2 })
      await hold("cart_b", 0, { cake: 2 })
      await expect(commit("cart_a", { cake: 4 })).rejects.toMatchObject({
        code: "products_sold_out",
      })
      expect(await reserved("cake")).toBe(4)
      const [held] = await service.listDeliveryBookings({ cart_id: "cart_a" })
      expect(held.status).toBe("held")
      await commit("cart_a", { cake: 3 })
      expect(await reserved("cake")).toBe(5)
      // A completion that is retried takes nothing twice.
      await commit("cart_a", { cake: 3 })
      await commit("cart_a", { cake: 1, bread: 1 })
      expect(await reserved("cake")).toBe(3)
      await expectSumsToMatch()
    })

    it("keeps what is sold when the capacity is lowered, and lets a cart take fewer", async () => {
      const rule = await limit("cake", 5)
      await hold("cart_a", 0, { cake: 4 })
      await service.updateDeliveryProductRules({
        id: rule.id,
        daily_capacity: 1,
      })
      await commit("cart_a", { cake: 4 })
      await commit("cart_a", { cake: 3 })
      expect(await reserved("cake")).toBe(3)
      await expect(hold("cart_b", 0, { cake: 1 })).rejects.toMatchObject({
        code: "products_sold_out",
      })
    })

    it("counts what was sold before there was a limit, and afterwards", async () => {
      await hold("cart_a", 0, { cake: 3 })
      const rule = await limit("cake", 4)
      await expect(hold("cart_b", 0, { cake: 2 })).rejects.toMatchObject({
        code: "products_sold_out",
      })
      await service.softDeleteDeliveryProductRules([rule.id])
      await hold("cart_b", 0, { cake: 2 })
      await release("cart_a")
      expect(await reserved("cake")).toBe(2)
      await expectSumsToMatch()
    })

    it("gives pieces back once, however often and by whomever they are released", async () => {
      await limit("cake", 5)
      await hold("cart_a", 0, { cake: 3 })
      await hold("cart_b", 0, { cake: 1 })
      await Promise.all(Array.from({ length: 10 }, () => release("cart_a")))
      expect(await reserved("cake")).toBe(1)
      await expectSumsToMatch()
    })

    it("gives the pieces of a hold that ran out to the next cart of its slot", async () => {
      await limit("cake", 1)
      await hold("cart_a", 0, { cake: 1 }, { expires_at: hours(1) })
      await hold(
        "cart_b",
        0,
        { cake: 1 },
        { now: hours(2), expires_at: hours(3) }
      )
      expect(await reserved("cake")).toBe(1)
      await expectSumsToMatch()
    })

    it("lets carts swap days and products crosswise without a deadlock", async () => {
      const carts = Array.from({ length: 20 }, (_, index) => `cart_${index}`)
      const goods = (odd: number) =>
        odd ? { cake: 1, tart: 2, bread: 1 } : { bread: 2, tart: 1, cake: 1 }
      await Promise.all(
        carts.map((cart, index) => hold(cart, index % 4, goods(index % 2)))
      )
      for (let round = 1; round <= 4; round++) {
        const swapped = await Promise.allSettled(
          carts.map((cart, index) =>
            hold(cart, (index + round) % 4, goods((index + round) % 2))
          )
        )
        expect(swapped.map(({ status }) => status)).toEqual(
          carts.map(() => "fulfilled")
        )
      }
      await expectSumsToMatch()
    })

    it("holds its invariant through any sequence of moves", async () => {
      await limit("cake", 3)
      await limit("tart", 4)
      const move = fc.record({
        kind: fc.constantFrom("hold", "commit", "undo", "release", "expire"),
        cart: fc.nat(4).map((index) => `cart_${index}`),
        slot: fc.nat(3),
        goods: fc.record({
          cake: fc.nat(2),
          tart: fc.nat(3),
          bread: fc.nat(2),
        }),
      })
      type Move = typeof move extends fc.Arbitrary<infer T> ? T : never
      const run = ({ kind, cart, slot, goods }: Move): Promise<unknown> => {
        const some = Object.fromEntries(
          Object.entries(goods).filter(([, quantity]) => quantity > 0)
        )
        switch (kind) {
          case "hold":
            return hold(cart, slot, some)
          case "commit":
            return commit(cart, some)
          case "undo":
            return service.uncommitPlace(cart, hours(1), NOW)
          case "release":
            return release(cart)
          default:
            return service.releaseExpiredHolds(hours(2))
        }
      }
      const inTurn = async (moves: Move[]) => {
        for (const each of moves) {
          await run(each).catch(({ code }) =>
            expect(["products_sold_out", "cart_completed"]).toContain(code)
          )
        }
      }
      await fc.assert(
        fc.asyncProperty(
          fc.array(move, { minLength: 1, maxLength: 25 }),
          async (moves) => {
            // Carts race each other; one cart's requests wait for its lock.
            await Promise.all(
              [...new Set(moves.map(({ cart }) => cart))].map((cart) =>
                inTurn(moves.filter((each) => each.cart === cart))
              )
            )
            await expectSumsToMatch()
          }
        ),
        { numRuns: 20 }
      )
    })

    it("recounts: tells what differs, sets it right, and looks no further back", async () => {
      await hold("cart_a", 0, { cake: 3 })
      await hold("cart_b", 1, { cake: 2 })
      const [first, second] = await service.listDeliveryProductDays(
        { product_id: "cake" },
        { order: { date: "ASC" } }
      )
      await service.updateDeliveryProductDays({ id: first.id, reserved: 7 })
      await service.deleteDeliveryProductDays([second.id])
      expect(await service.recountProductDays(DAYS[1], NOW)).toEqual([
        { product_id: "cake", date: DAYS[1], reserved: 0, booked: 2 },
      ])
      expect(await service.recountProductDays(DAYS[0], NOW)).toEqual([
        { product_id: "cake", date: DAYS[0], reserved: 7, booked: 3 },
      ])
      await expectSumsToMatch()
    })

    it("tells the kitchen what is ordered and held of products with a rule", async () => {
      await limit("cake", 5)
      await hold("cart_a", 0, { cake: 2, bread: 1 })
      await commit("cart_a", { cake: 2, bread: 1 })
      await hold("cart_b", 2, { cake: 1 })
      await hold("cart_c", 1, { cake: 1 })
      await release("cart_c")
      const range = { from: DAYS[0], to: DAYS[1], limit: 10, offset: 0 }
      expect(await service.pageSoldProductDays(range)).toEqual({
        rows: [{ product_id: "cake", date: DAYS[0], ordered: 2, held: 1 }],
        count: 1,
      })
      const days = await service.listProductDays({
        product_ids: ["cake", "bread"],
        from: DAYS[0],
        to: DAYS[1],
        cart_id: "cart_b",
      })
      expect([...days.keys()]).toEqual(["cake"])
      // What the cart holds itself is not counted against it.
      expect(days.get("cake")?.reserved.get(DAYS[0])).toBe(2)
    })
  },
})
