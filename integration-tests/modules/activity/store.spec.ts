import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import activityModule, { ACTIVITY_MODULE } from "../../../src/modules/activity"
import { partitionsFrom } from "../../../src/modules/activity/domain/partitions"
import ActivityModuleService from "../../../src/modules/activity/service"
import { event, migrate, prepareStore, withClient } from "./setup"

jest.setTimeout(60_000)

const DB = "cornerstore-activity-store"
const MINUTE = 60_000

moduleIntegrationTestRunner<ActivityModuleService>({
  moduleName: ACTIVITY_MODULE,
  resolve: "./src/modules/activity",
  dbName: DB,
  hooks: { beforeModuleInit: prepareStore(DB) },
  testSuite: ({ service, dbConfig }) => {
    // The runner forgets the service first, and closes no pool but its own.
    let close: () => Promise<void>
    beforeEach(() => {
      close = service.__hooks.onApplicationShutdown
    })
    afterEach(() => close())

    const ids = async (filter: Parameters<typeof service.listEvents>[0]) =>
      (await service.listEvents(filter, { limit: 50 })).map(
        ({ message_id }) => message_id
      )

    describe("events", () => {
      it("are stored once, whoever repeats them: client, request, or both at once", async () => {
        const lot = ["a", "b", "b"].map((message_id) => event({ message_id }))
        expect(await service.storeEvents(lot)).toEqual({
          stored: 2,
          counted: 0,
          duplicates: 1,
          refused: [],
        })
        const again = ["c", "b", "a"].map((message_id) => event({ message_id }))
        const results = await Promise.all(
          [again, again.toReversed(), again].map((events) =>
            service.storeEvents(events)
          )
        )
        expect(results.reduce((sum, { stored }) => sum + stored, 0)).toBe(1)
        expect((await ids({})).sort()).toEqual(["a", "b", "c"])
      })

      it("keep the same message id of two sources apart", async () => {
        await service.storeEvents([
          event({ message_id: "a" }),
          event({ message_id: "a", source_id: "apk_2" }),
        ])
        expect(await ids({})).toEqual(["a", "a"])
      })

      it("are stored once across a month boundary", async () => {
        const [month] = partitionsFrom(new Date())
        const boundary = new Date(month.to).getTime()
        const late = event({ message_id: "late" })
        const storeAt = (milliseconds: number) =>
          service.storeEvents([late], { at: new Date(boundary + milliseconds) })
        expect(await storeAt(-1_000)).toMatchObject({ stored: 1 })
        expect(await storeAt(1_000)).toMatchObject({
          stored: 0,
          duplicates: 1,
        })
        expect(await ids({})).toEqual(["late"])
      })

      it("find a partition when the job has not made one for years", async () => {
        const at = new Date("2044-02-29T23:59:59Z")
        expect(
          await service.storeEvents([event({ message_id: "a" })], { at })
        ).toMatchObject({ stored: 1 })
      })

      it("that the database cannot hold are refused alone, and counted", async () => {
        const poison = event({ message_id: "p", properties: '{"a":"\\u0000"}' })
        const lot = ["a", "b", "c", "d"].map((message_id) =>
          event({ message_id })
        )
        const result = await service.storeEvents([...lot, poison])
        expect(result).toEqual({
          stored: 4,
          counted: 0,
          duplicates: 0,
          refused: [poison],
        })
        await service.countDropped([
          { source_id: "apk_1", reason: "no_id", count: 2 },
        ])
        await service.countDropped([
          { source_id: "apk_1", reason: "no_id", count: 3 },
        ])
        const { rows } = await withClient(DB, (client) =>
          client.query(
            "select source_id, reason, count::int from activity.dropped_event order by reason"
          )
        )
        expect(rows).toEqual([
          { source_id: "apk_1", reason: "no_id", count: 5 },
          { source_id: "apk_1", reason: "unstorable", count: 1 },
        ])
      })

      it("of requests at the same time share a statement; each is told its own numbers", async () => {
        await service.storeEvents([event({ message_id: "old" })])
        const poison = event({ message_id: "p", properties: '{"a":"\\u0000"}' })
        const lots = [
          [event({ message_id: "both" }), event({ message_id: "a" })],
          [event({ message_id: "old" }), event({ message_id: "both" })],
          [event({ message_id: "b" }), poison, event({ message_id: "c" })],
          ...Array.from({ length: 40 }, (_, index) => [
            event({ message_id: `single ${index}` }),
          ]),
        ]
        const [first, second, third, ...singles] = await Promise.all(
          lots.map((lot) => service.storeEvents(lot))
        )
        expect(first).toEqual({
          stored: 2,
          counted: 0,
          duplicates: 0,
          refused: [],
        })
        expect(second).toEqual({
          stored: 0,
          counted: 0,
          duplicates: 2,
          refused: [],
        })
        expect(third).toEqual({
          stored: 2,
          counted: 0,
          duplicates: 0,
          refused: [poison],
        })
        expect(singles.map(({ stored }) => stored)).toEqual(
          singles.map(() => 1)
        )
        const { rows } = await withClient(DB, (client) =>
          client.query(
            `select count(*)::int as events, count(distinct xmin::text)::int as statements
               from activity.event where message_id like 'single %'`
          )
        )
        expect(rows[0].events).toBe(40)
        expect(rows[0].statements).toBeLessThan(20)
      })

      it("without consent are counted once, and nothing else of them is kept", async () => {
        const { rows: choice } = await withClient(DB, (client) =>
          client.query(
            `insert into activity.visitor_choice
               (anonymous_id, own_choice, changed_at)
             values ('said yes', true, now()), ('said no', false, now())
             returning analytics`
          )
        )
        expect(choice).toEqual([{ analytics: true }, { analytics: false }])
        const lot = (
          ["granted", "denied", "assumed", "unknown"] as const
        ).flatMap((consent) =>
          ["nobody asked", "said yes", "said no"].map((anonymous_id) =>
            event({
              message_id: `${consent}, ${anonymous_id}`,
              consent,
              anonymous_id,
            })
          )
        )
        expect(await service.storeEvents(lot)).toEqual({
          stored: 6,
          counted: 6,
          duplicates: 0,
          refused: [],
        })
        expect(await service.storeEvents(lot)).toMatchObject({ duplicates: 12 })
        expect((await ids({})).sort()).toEqual([
          "assumed, nobody asked",
          "assumed, said yes",
          "granted, nobody asked",
          "granted, said no",
          "granted, said yes",
          "unknown, said yes",
        ])
        const { rows } = await withClient(DB, (client) =>
          client.query(
            "select source_id, kind, value, events::int from activity.daily_fact"
          )
        )
        expect(rows).toEqual([
          {
            source_id: "apk_1",
            kind: "event_without_consent",
            value: "Product Viewed",
            events: 6,
          },
        ])
      })

      it("belong to the customer they claim with his own id, before the one linked", async () => {
        await service.linkVisitor({
          anonymous_id: "visitor-1",
          customer_id: "cus_1",
        })
        await service.storeEvents([
          event({ message_id: "linked" }),
          event({
            message_id: "claimed",
            claimed_customer_id: "cus_2",
            is_bot: true,
          }),
        ])
        const { rows } = await withClient(DB, (client) =>
          client.query(
            "select message_id, customer_id, is_bot from activity.event order by id"
          )
        )
        expect(rows).toEqual([
          { message_id: "linked", customer_id: "cus_1", is_bot: false },
          { message_id: "claimed", customer_id: "cus_2", is_bot: true },
        ])
      })

      it("that wait are written before the store closes", async () => {
        const stored = service.storeEvents([event({ message_id: "last" })])
        await close()
        expect(await stored).toMatchObject({ stored: 1 })
        expect(await ids({})).toEqual(["last"])
      })

      it("are read newest first, page by page, without gap or repeat", async () => {
        const at = new Date()
        await service.storeEvents(
          Array.from({ length: 9 }, (_, index) =>
            event({
              message_id: `m${index}`,
              received_at: at,
              // Three share each instant.
              occurred_at: new Date(
                at.getTime() - Math.floor(index / 3) * MINUTE
              ),
            })
          )
        )
        const seen: string[] = []
        let after: { occurred_at: Date; id: string } | undefined
        for (;;) {
          const page = await service.listEvents({}, { limit: 2, after })
          if (!page.length) {
            break
          }
          seen.push(...page.map(({ message_id }) => message_id))
          after = page.at(-1)
        }
        expect(new Set(seen).size).toBe(9)
        expect(seen).toHaveLength(9)
        expect(seen.slice(0, 3).sort()).toEqual(["m0", "m1", "m2"])
        expect(seen.slice(6).sort()).toEqual(["m6", "m7", "m8"])
      })
    })

    describe("a customer's events", () => {
      const now = Date.now()
      const at = (minutes: number) => new Date(now + minutes * MINUTE)
      const did = (
        message_id: string,
        minutes: number,
        anonymous_id = "visitor-1"
      ) =>
        service.storeEvents(
          [event({ message_id, anonymous_id, received_at: at(minutes) })],
          { at: at(minutes) }
        )
      const link = (
        customer_id: string,
        minutes: number,
        anonymous_id = "visitor-1"
      ) => service.linkVisitor({ anonymous_id, customer_id }, at(minutes))
      const undo = async (made: Awaited<ReturnType<typeof link>>) => {
        expect(made).not.toBeNull()
        if (made) {
          await service.restoreVisitorLink(made)
        }
      }

      it("are those before and after the link, on each device, and no row is rewritten", async () => {
        await did("before", -60)
        await did("other device", -50, "visitor-2")
        await did("stranger", -40, "visitor-3")
        await link("cus_1", -30)
        await link("cus_1", -20, "visitor-2")
        await did("after", -10)
        expect(await ids({ customer_id: "cus_1" })).toEqual([
          "after",
          "other device",
          "before",
        ])
        const { rows } = await withClient(DB, (client) =>
          client.query(
            "select message_id, customer_id from activity.event order by id"
          )
        )
        expect(rows).toEqual([
          { message_id: "before", customer_id: null },
          { message_id: "other device", customer_id: null },
          { message_id: "stranger", customer_id: null },
          { message_id: "after", customer_id: "cus_1" },
        ])
      })

      it("of a shared computer stay with whom they belong to", async () => {
        await did("before anybody", -60)
        await link("cus_1", -50)
        await did("first", -40)
        await link("cus_2", -30)
        await did("second", -20)
        await link("cus_1", -10)
        await did("first again", -5)
        expect(await ids({ customer_id: "cus_1" })).toEqual([
          "first again",
          "first",
          "before anybody",
        ])
        expect(await ids({ customer_id: "cus_2" })).toEqual(["second"])
        const events = await service.listEvents(
          { anonymous_id: "visitor-1" },
          { limit: 50 }
        )
        expect(
          events.map(({ message_id, customer_id }) => [message_id, customer_id])
        ).toEqual([
          ["first again", "cus_1"],
          ["second", "cus_2"],
          ["first", "cus_1"],
          ["before anybody", "cus_1"],
        ])
      })

      it("are not what somebody merely claimed to be", async () => {
        await service.storeEvents([
          event({ message_id: "claim", type: "identify", user_id: "cus_1" }),
        ])
        expect(await ids({ customer_id: "cus_1" })).toEqual([])
        const [stored] = await service.listEvents({}, { limit: 1 })
        expect(stored).toMatchObject({ user_id: "cus_1", customer_id: null })
      })

      it("lose a link that is undone, and keep one that was there before", async () => {
        await did("a", -60)
        await undo(await link("cus_1", -50))
        expect(await ids({ customer_id: "cus_1" })).toEqual([])

        await link("cus_1", -40)
        await link("cus_2", -30)
        await undo(await link("cus_1", -20))
        await did("b", -10)
        expect(await ids({ customer_id: "cus_2" })).toEqual(["b"])
      })
    })

    describe("the store", () => {
      it("is migrated once, and its tables go with their migration", async () => {
        expect(await migrate(DB)).toEqual([])
        const options = { database: { clientUrl: dbConfig.clientUrl } }
        const migrationNames = await withClient(DB, async (client) => {
          const { rows } = await client.query<{ name: string }>(
            "select name from activity.migration order by id"
          )
          return rows.map(({ name }) => name)
        })
        await activityModule.revertMigration({ options, migrationNames })
        const { rows } = await withClient(DB, (client) =>
          client.query(
            "select relname from pg_class where relnamespace = 'activity'::regnamespace and relkind in ('r', 'p', 'S') and relname not like 'migration%' and relname <> 'typeorm_metadata'"
          )
        )
        expect(rows).toEqual([])
        expect(await migrate(DB)).toEqual(migrationNames)
      })

      it("makes partitions ahead, once however many ask", async () => {
        const now = new Date("2031-12-05T00:00:00Z")
        const made = await Promise.all(
          [1, 2, 3].map(() => service.preparePartitions(now))
        )
        const ofEvents = made.flat().filter((name) => name.startsWith("event_"))
        expect(ofEvents.sort()).toEqual([
          "event_2031_12",
          "event_2032_01",
          "event_2032_02",
          "event_2032_03",
        ])
        expect(await service.preparePartitions(now)).toEqual([])
      })

      it("forgets old keys, in chunks, and no event", async () => {
        const old = new Date(Date.now() - 90 * 24 * 60 * MINUTE)
        await service.storeEvents(
          ["a", "b", "c"].map((message_id) => event({ message_id })),
          { at: old }
        )
        await service.storeEvents([event({ message_id: "new" })])
        const before = new Date(Date.now() - MINUTE)
        expect(await service.purgeEventKeys(before, 2)).toBe(2)
        expect(await service.purgeEventKeys(before, 2)).toBe(1)
        expect(await service.purgeEventKeys(before, 2)).toBe(0)
        expect(
          await service.storeEvents([event({ message_id: "new" })])
        ).toMatchObject({ stored: 0 })
        expect(await ids({})).toHaveLength(4)
      })

      it("forgets devices as long ago as log-ins are kept, and no later one", async () => {
        const login = (id: string, monthsAgo: number, device_hash: string) => {
          const at = new Date()
          at.setUTCMonth(at.getUTCMonth() - monthsAgo)
          return service.recordLogin({
            id,
            at,
            customer_id: "cus_1",
            outcome: "success",
            provider: "emailpass",
            device: {
              browser: null,
              browser_version: null,
              system: null,
              class: "unknown",
            },
            place: null,
            email_hash: null,
            address_hash: null,
            earlier_address_hash: null,
            device_hash,
          })
        }
        await login("old", 15, "gone")
        await login("kept", 12, "used")
        expect(await service.purgeDevices()).toBe(1)
        await login("again", 0, "gone")
        await login("later", 0, "used")
        const logins = await service.listLogins("cus_1", { limit: 10 })
        expect(
          logins
            .filter(({ id }) => ["again", "later"].includes(id))
            .map(({ id, is_new_device }) => [id, is_new_device])
            .sort()
        ).toEqual([
          ["again", true],
          ["later", false],
        ])
      })

      it("is found again after its connections were cut", async () => {
        await service.ping()
        await withClient(DB, (client) =>
          client.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cornerstore-activity-store'"
          )
        )
        const tries: string[] = []
        while (tries.length < 3) {
          const [{ status }] = await Promise.allSettled([
            service.storeEvents([event({ message_id: "a" })]),
          ])
          tries.push(status)
        }
        expect(tries.slice(1)).toEqual(["fulfilled", "fulfilled"])
        expect(await ids({})).toEqual(["a"])
      })
    })
  },
})
