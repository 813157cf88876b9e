import { randomUUID } from "node:crypto"

import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"

import { ACTIVITY_MODULE } from "../../../src/modules/activity"
import { claimsOf } from "../../../src/modules/activity/domain/claims"
import type { NewEvent } from "../../../src/modules/activity/domain/new-event"
import ActivityModuleService from "../../../src/modules/activity/service"
import { event, prepareStore, withClient } from "./setup"

jest.setTimeout(120_000)

const DB = "cornerstore-activity-identity"
const ADA = "cus_01JQ0V4W6Y8Z2B3C5D7F9GAHKA"
const BOB = "cus_01JQ0V4W6Y8Z2B3C5D7F9GAHKB"

moduleIntegrationTestRunner<ActivityModuleService>({
  moduleName: ACTIVITY_MODULE,
  resolve: "./src/modules/activity",
  dbName: DB,
  hooks: { beforeModuleInit: prepareStore(DB) },
  testSuite: ({ service }) => {
    let close: () => Promise<void>
    beforeEach(() => {
      close = service.__hooks.onApplicationShutdown
    })
    afterEach(() => close())

    const now = Date.now()
    const at = (minutes: number) => new Date(now + minutes * 60_000)
    const claim = (
      customer: string,
      values: Partial<NewEvent> & Pick<NewEvent, "message_id">
    ) =>
      event({
        type: "identify",
        user_id: customer,
        claimed_customer_id: customer,
        ...values,
      })
    const did = (message_id: string, minutes: number, anonymous_id = "x") =>
      service.storeEvents([
        event({ message_id, anonymous_id, occurred_at: at(minutes) }),
      ])
    const says = (customer: string, minutes: number, anonymous_id = "x") =>
      service.storeEvents([
        claim(customer, {
          message_id: randomUUID(),
          anonymous_id,
          name: "said",
          occurred_at: at(minutes),
        }),
      ])
    const of = async (customer_id: string) =>
      (await service.listEvents({ customer_id }, { limit: 100 }))
        .filter(({ name }) => name !== "said")
        .map(({ message_id }) => message_id)
    const rows = <Row>(sql: string) =>
      withClient(DB, async (client) => (await client.query(sql)).rows as Row[])

    describe("an event with a customer's id", () => {
      it("joins its visitor: what was before, what comes without, on each device", async () => {
        await did("before", -60)
        await did("phone before", -60, "phone")
        await says(ADA, -50)
        await says(ADA, -40, "phone")
        await did("after", -30)
        await did("phone after", -30, "phone")
        expect((await of(ADA)).sort()).toEqual([
          "after",
          "before",
          "phone after",
          "phone before",
        ])
      })

      it("joins what the customer was before, by an alias, and no customer", async () => {
        await did("before", -60, "old")
        for (const previousId of ["old", BOB, "", 7]) {
          await service.storeEvents([
            claim(ADA, {
              message_id: randomUUID(),
              name: "said",
              type: "alias",
              anonymous_id: null,
              properties: JSON.stringify({ previousId }),
            }),
          ])
        }
        expect(await of(ADA)).toEqual(["before"])
        expect(
          await rows("select anonymous_id from activity.visitor_identity")
        ).toEqual([{ anonymous_id: "old" }])
      })

      it("says nothing when it was not kept", async () => {
        await did("before", -60)
        await service.storeEvents([
          claim(ADA, {
            message_id: "no",
            anonymous_id: "x",
            consent: "unknown",
          }),
        ])
        expect(await of(ADA)).toEqual([])
      })

      it("costs no statement when it says what the last one said", async () => {
        await says(ADA, -50)
        await withClient(DB, (client) =>
          client.query("delete from activity.visitor_identity")
        )
        await says(ADA, -40)
        await says(BOB, -30, "other")
        expect(
          await rows("select customer_id from activity.visitor_identity")
        ).toEqual([{ customer_id: BOB }])
      })
    })

    describe("a browser of two customers", () => {
      it("is whose turn it is, also for what arrives late", async () => {
        await did("before", -60)
        await service.linkVisitor(
          { anonymous_id: "x", customer_id: ADA },
          at(-50)
        )
        await did("hers", -49)
        await service.releaseVisitor(
          { anonymous_id: "x", customer_id: ADA },
          at(-40)
        )
        await did("nobody's", -35)
        await says(BOB, -30)
        await did("his", -20)
        await did("hers, late", -45)
        await did("nobody's, late", -31)
        expect(await of(ADA)).toEqual(["hers, late", "hers", "before"])
        expect(await of(BOB)).toEqual(["his"])
        const all = await service.listEvents(
          { anonymous_id: "x" },
          { limit: 9 }
        )
        expect(
          all
            .filter(({ customer_id }) => customer_id === null)
            .map(({ message_id }) => message_id)
        ).toEqual(["nobody's, late", "nobody's"])
      })

      it("goes back to whom it was after a claim that came late", async () => {
        await says(ADA, -50)
        await service.linkVisitor(
          { anonymous_id: "x", customer_id: ADA },
          at(-20)
        )
        await says(BOB, -30)
        await did("now", -10)
        expect(await of(ADA)).toEqual(["now"])
      })

      it("cannot be released by who does not have it", async () => {
        await says(ADA, -50)
        await service.releaseVisitor(
          { anonymous_id: "x", customer_id: BOB },
          at(-40)
        )
        await did("hers", -30)
        expect(await of(ADA)).toEqual(["hers"])
      })
    })

    describe("whatever happens at a browser", () => {
      const people = [ADA, BOB] as const
      const step = fc.record({
        seconds: fc.integer({ min: 1, max: 300 }),
        does: fc.oneof(
          { weight: 2, arbitrary: fc.constantFrom(...people) },
          { weight: 1, arbitrary: fc.constant("log out" as const) },
          { weight: 5, arbitrary: fc.constant("event" as const) },
          { weight: 2, arbitrary: fc.constant("claim" as const) }
        ),
        /** Logs in by a claim in an event, or by the session. */
        byClaim: fc.boolean(),
        /** Arrives this many steps later. */
        late: fc.nat({ max: 4 }),
      })

      it("never reads one customer's event as another's", async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(step, { minLength: 1, maxLength: 25 }),
            async (steps) => {
              const x = randomUUID()
              const claims: NewEvent[] = []
              const truth = new Map<string, string | null>()
              const waiting: { left: number; event: NewEvent }[] = []
              let person: string | null = null
              let first: string | null = null
              let time = now - 86_400_000
              const deliver = async (all = false) => {
                const due = waiting.filter(({ left }) => all || left <= 0)
                for (const each of due) {
                  waiting.splice(waiting.indexOf(each), 1)
                  await service.storeEvents([each.event])
                }
                waiting.forEach((each) => each.left--)
              }
              const send = async (sent: NewEvent, late: number) => {
                waiting.push({ left: late, event: sent })
                await deliver()
              }
              for (const { seconds, does, byClaim, late } of steps) {
                time += seconds * 1_000
                const when = new Date(time)
                const message = {
                  message_id: randomUUID(),
                  anonymous_id: x,
                  occurred_at: when,
                }
                if (does === "event") {
                  // What was before the first log-in is hers who logs in first.
                  truth.set(
                    message.message_id,
                    first === null ? "first" : person
                  )
                  await send(event(message), late)
                } else if (does === "claim") {
                  if (person) {
                    const said = claim(person, message)
                    claims.push(said)
                    truth.set(message.message_id, person)
                    await send(said, late)
                  }
                } else if (does === "log out") {
                  if (person) {
                    const link = { anonymous_id: x, customer_id: person }
                    await service.releaseVisitor(link, when)
                  }
                  person = null
                } else {
                  person = does
                  first ??= does
                  if (byClaim) {
                    const said = claim(does, message)
                    claims.push(said)
                    truth.set(message.message_id, does)
                    await service.storeEvents([said])
                  } else {
                    const link = { anonymous_id: x, customer_id: does }
                    await service.linkVisitor(link, when)
                  }
                }
              }
              await deliver(true)
              // What a reconciler does changes nothing, in whatever order.
              for (const said of claims.toReversed()) {
                await service.linkClaims(
                  claimsOf({ ...said, previous_id: null })
                )
              }
              time += 1_000
              const last = {
                message_id: randomUUID(),
                anonymous_id: x,
                occurred_at: new Date(time),
              }
              truth.set(last.message_id, first === null ? "first" : person)
              await service.storeEvents([event(last)])

              const read = new Map<string, string | null>()
              for (const customer_id of people) {
                const hers = await service.listEvents(
                  { customer_id, anonymous_id: x },
                  { limit: 100 }
                )
                hers.forEach(({ message_id }) => {
                  expect(read.has(message_id)).toBe(false)
                  read.set(message_id, customer_id)
                })
              }
              const expected = [...truth].map(([id, who]) => [
                id,
                who === "first" ? first : who,
              ])
              expect(
                [...truth.keys()].map((id) => [id, read.get(id) ?? null])
              ).toEqual(expected)
              const all = await service.listEvents(
                { anonymous_id: x },
                { limit: 100 }
              )
              expect(
                new Map(all.map((row) => [row.message_id, row.customer_id]))
              ).toEqual(new Map(expected as [string, string | null][]))
            }
          ),
          { numRuns: 80 }
        )
      })
    })
  },
})
