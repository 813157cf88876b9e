import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { ACTIVITY_MODULE } from "../../../src/modules/activity"
import { MAX_VALUES } from "../../../src/modules/activity/domain/facts/kinds"
import type { NewEvent } from "../../../src/modules/activity/domain/new-event"
import ActivityModuleService from "../../../src/modules/activity/service"
import { recount, rolledOf } from "./recount"
import { databaseUrl, event, prepareStore, withClient } from "./setup"
import { traffic } from "./traffic"

jest.setTimeout(120_000)

const DB = "cornerstore-activity-rollup"
const MINUTE = 60_000
const ZONE = "Europe/Berlin"

moduleIntegrationTestRunner<ActivityModuleService>({
  moduleName: ACTIVITY_MODULE,
  resolve: "./src/modules/activity",
  moduleOptions: { timeZone: ZONE },
  dbName: DB,
  hooks: { beforeModuleInit: prepareStore(DB) },
  testSuite: ({ service }) => {
    let close: () => Promise<void>
    const services: ActivityModuleService[] = []
    beforeEach(() => {
      close = service.__hooks.onApplicationShutdown
    })
    afterEach(async () => {
      await close()
      for (const each of services.splice(0)) {
        await each.__hooks.onApplicationShutdown()
      }
    })

    const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE)

    /** Each received when it says. */
    const store = async (events: NewEvent[]) => {
      for (let from = 0; from < events.length; from += 50) {
        const lot = events.slice(from, from + 50)
        await service.storeEvents(lot, { at: lot.at(-1)?.received_at })
      }
    }

    const rollUpAll = async (limit?: number) => {
      let events = 0
      for (;;) {
        const turn = await service.rollUp(limit)
        events += turn.events
        if (turn.state === "done") {
          return events
        }
      }
    }

    const factsOf = async (kind: string) => {
      const { rows } = await withClient(DB, (client) =>
        client.query(
          `select day::text, value, events::int from activity.daily_fact
            where kind = $1 and events <> 0 order by day, value`,
          [kind]
        )
      )
      return rows.map(({ day, value, events }) => [day, value, events])
    }

    describe("the roll-up", () => {
      it.each([
        ["at once", 100_000],
        ["in portions", 37],
      ])("counts what is there, %s", async (_how, limit) => {
        await store(traffic(1_500, ago(5), { late: 0.1 }))
        expect(await rollUpAll(limit)).toBe(1_500)
        const rolled = await rolledOf(DB)
        expect(rolled.visits.length).toBeGreaterThan(50)
        expect(rolled).toEqual(await recount(DB, ZONE))
        // And by another way than its own.
        const { rows } = await withClient(DB, (client) =>
          client.query(
            `select count(*)::int as pages from activity.event
              where type = 'page' and not is_bot`
          )
        )
        const pages = (await factsOf("page")).reduce(
          (sum, row) => sum + row[2],
          0
        )
        expect(pages).toBe(rows[0].pages)
      })

      it("is the same in portions where campaigns are named, as long as events come in order", async () => {
        const campaigns = [
          "",
          "",
          "?utm_source=mail&utm_medium=email",
          "?gclid=1",
        ]
        await store(traffic(800, ago(5), { campaigns, seed: 3 }))
        await rollUpAll(29)
        const rolled = await rolledOf(DB)
        expect(rolled.facts.join("\n")).toContain("| source | google / cpc |")
        expect(rolled).toEqual(await recount(DB, ZONE))
      })

      it("goes on where it was, and counts nothing twice", async () => {
        const events = traffic(600, ago(5), { late: 0.05 })
        await store(events.slice(0, 250))
        await rollUpAll(100)
        expect(await service.rollUp()).toEqual({ events: 0, state: "done" })
        await withClient(DB, (client) =>
          // What comes now was received after what is counted.
          client.query(
            "update activity.rollup_state set received_at = $1, event_id = 9e18",
            [events[249].received_at]
          )
        )
        await store(events.slice(250))
        await rollUpAll(100)
        expect(await rolledOf(DB)).toEqual(await recount(DB, ZONE))
      })

      it("leaves what another counts, and two at once count each event once", async () => {
        await store(traffic(900, ago(5)))
        const other = new ActivityModuleService(
          {},
          {
            database: { clientUrl: databaseUrl(DB) },
            timeZone: ZONE,
          }
        )
        services.push(other)
        await withClient(DB, async (client) => {
          await client.query("begin")
          await client.query("select from activity.rollup_state for update")
          expect(await service.rollUp()).toEqual({ events: 0, state: "busy" })
          await client.query("rollback")
        })
        let counted = 0
        const run = async (each: ActivityModuleService) => {
          for (;;) {
            const { events, state } = await each.rollUp(20)
            counted += events
            if (state === "done") {
              return
            }
          }
        }
        await Promise.all([run(service), run(other), run(other)])
        expect(counted).toBe(900)
        expect(await rolledOf(DB)).toEqual(await recount(DB, ZONE))
      })

      it("does not pass an event that is still being stored", async () => {
        await store(traffic(50, ago(5)))
        await withClient(DB, async (client) => {
          await client.query(
            "set application_name = 'cornerstore-activity-store'"
          )
          await client.query("begin")
          await client.query(
            `insert into activity.event (received_at, occurred_at, source_id,
               message_id, type, properties, context)
             select now(), now(), 'apk_1', 'slow', 'track', '{}', '{}'`
          )
          const before = await service.rollUp()
          expect(before).toEqual({ events: 50, state: "done" })
          const { rows } = await client.query("select now() as began")
          expect((await service.countedUpTo())?.getTime()).toBeLessThan(
            rows[0].began.getTime()
          )
          await client.query("commit")
        })
      })

      it("counts by the shop's days, also when the clock changes", async () => {
        // 25 October 2026 has 25 hours in Berlin: from 22:00 to 23:00 UTC.
        const times = [
          "2026-10-24T21:59:00Z",
          "2026-10-24T22:01:00Z",
          "2026-10-25T00:30:00Z",
          "2026-10-25T01:30:00Z",
          "2026-10-25T22:59:00Z",
          "2026-10-25T23:01:00Z",
        ]
        await store(
          times.map((time, index) =>
            event({
              message_id: `t${index}`,
              anonymous_id: `v${index}`,
              type: "page",
              name: null,
              received_at: new Date(time),
              context: '{"page":{"path":"/"}}',
            })
          )
        )
        await rollUpAll()
        expect(await factsOf("page")).toEqual([
          ["2026-10-24", "/", 1],
          ["2026-10-25", "/", 4],
          ["2026-10-26", "/", 1],
        ])
        expect(
          (await factsOf("visit")).filter(([, value]) => value === "count")
        ).toEqual([
          ["2026-10-24", "count", 1],
          ["2026-10-25", "count", 4],
          ["2026-10-26", "count", 1],
        ])
      })

      it("knows so many values a day and no more, and finds each again where it counted it", async () => {
        const campaign = (index: number, minutes: number) =>
          event({
            message_id: `${index}-${minutes}`,
            anonymous_id: `v${index}`,
            type: "page",
            name: null,
            occurred_at: new Date(ago(120).getTime() + minutes * MINUTE),
            received_at: ago(5),
            context: JSON.stringify({
              page: {
                path: `/p/page-${index}-${minutes}`,
                url: `https://shop.example/?utm_source=s${index}`,
              },
            }),
          })
        const visitors = Array.from({ length: MAX_VALUES + 40 }, (_, i) => i)
        await store(visitors.map((index) => campaign(index, 0)))
        await rollUpAll()
        const before = await factsOf("source")
        expect(before).toHaveLength(MAX_VALUES + 1)
        expect(before.find(([, value]) => value === "(other)")?.[2]).toBe(40)
        // Every visit goes on, so each is taken out and counted again.
        await withClient(DB, (client) =>
          client.query(
            "update activity.rollup_state set received_at = $1, event_id = 9e18",
            [ago(5)]
          )
        )
        await withClient(DB, (client) =>
          client.query("delete from activity.event")
        )
        await store(visitors.map((index) => campaign(index, 10)))
        await rollUpAll()
        expect(await factsOf("source")).toEqual(before)
        const sum = (await factsOf("page")).reduce(
          (all, row) => all + row[2],
          0
        )
        expect(sum).toBe(visitors.length * 2)
        const { rows } = await withClient(DB, (client) =>
          client.query(
            "select min(events)::int from activity.daily_fact where events < 0"
          )
        )
        expect(rows[0].min).toBeNull()
      })

      it("counts machines apart, and makes no visits of them or of servers", async () => {
        const at = { received_at: ago(5) }
        await store([
          event({ message_id: "bot", is_bot: true, type: "page", ...at }),
          event({ message_id: "server", ...at }),
          event({
            message_id: "person",
            context: '{"page":{"path":"/"}}',
            ...at,
          }),
        ])
        await rollUpAll()
        expect(await factsOf("event_bot")).toMatchObject([[{}, "(unknown)", 1]])
        expect((await factsOf("event"))[0][2]).toBe(2)
        expect((await rolledOf(DB)).visits).toHaveLength(1)
      })
    })

    describe("retention", () => {
      const retention = { events_months: 3, visits_months: 3, logins_months: 3 }
      const tables = async () => {
        const { rows } = await withClient(DB, (client) =>
          client.query(
            `select relname from pg_class
              where relnamespace = 'activity'::regnamespace and relkind = 'r'
                and relname ~ '_\\d{4}_\\d{2}$' order by relname`
          )
        )
        return rows.map(({ relname }) => String(relname))
      }

      it("removes old months with their events, once they are counted, and keeps facts and the rest", async () => {
        const now = new Date()
        const old = new Date(
          Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 5, 15, 12)
        )
        await store(traffic(200, old, { seed: 5 }))
        await store(traffic(200, ago(5), { seed: 6 }))
        const early = await service.dropExpiredMonths(now, retention)
        expect(early.dropped.filter((name) => !/^login/.test(name))).toEqual([])

        await rollUpAll()
        const before = await rolledOf(DB)
        const month = old.toISOString().slice(0, 7).replace("-", "_")
        const { dropped, kept } = await service.dropExpiredMonths(
          now,
          retention
        )
        expect(kept).toEqual([])
        expect(dropped).toEqual(
          expect.arrayContaining([`event_${month}`, `visit_${month}`])
        )
        expect(await tables()).not.toContain(`event_${month}`)

        const after = await rolledOf(DB)
        expect(after.facts).toEqual(before.facts)
        expect(after.visits.length).toBeLessThan(before.visits.length)
        const { rows } = await withClient(DB, (client) =>
          client.query("select count(*)::int as left from activity.event")
        )
        expect(rows[0].left).toBeGreaterThanOrEqual(200)
        expect(await service.dropExpiredMonths(now, retention)).toEqual({
          dropped: [],
          kept: [],
        })
      })

      it("lets a month stay rather than make events wait, and takes it the next time", async () => {
        const now = new Date()
        const old = new Date(
          Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 5, 15, 12)
        )
        await store([event({ message_id: "old", received_at: old })])
        await rollUpAll()
        await withClient(DB, async (client) => {
          await client.query("begin")
          await client.query("select count(*) from activity.event")
          const began = Date.now()
          const [{ kept }, stored] = await Promise.all([
            service.dropExpiredMonths(now, retention),
            service.storeEvents([event({ message_id: "meanwhile" })]),
          ])
          expect(kept.some((name) => name.startsWith("event_"))).toBe(true)
          expect(stored).toMatchObject({ stored: 1 })
          expect(Date.now() - began).toBeLessThan(3_000)
          await client.query("rollback")
        })
        const { dropped } = await service.dropExpiredMonths(now, retention)
        expect(dropped.some((name) => name.startsWith("event_"))).toBe(true)
      })

      it("makes months ahead while somebody reads", async () => {
        await withClient(DB, async (client) => {
          await client.query("begin")
          await client.query("select count(*) from activity.event")
          const made = await service.preparePartitions(
            new Date("2041-01-05T00:00:00Z")
          )
          expect(made).toContain("event_2041_01")
          expect(made).toContain("visit_2041_04")
          await client.query("rollback")
        })
        await service.storeEvents([event({ message_id: "a" })], {
          at: new Date("2041-01-06T00:00:00Z"),
        })
      })

      it("keeps what is counted of events without consent in bounds", async () => {
        await withClient(DB, (client) =>
          client.query(
            `insert into activity.daily_fact
             select '2026-03-01', 'apk_1', 'event_without_consent', 'Event ' || n, 1000 - n
               from generate_series(1, ${MAX_VALUES + 50}) n`
          )
        )
        const before = await factsOf("event_without_consent")
        const folded = await service.foldRareValues(
          new Date("2026-03-02T12:00:00Z")
        )
        expect(folded).toBe(51)
        const after = await factsOf("event_without_consent")
        expect(after).toHaveLength(MAX_VALUES)
        const sum = (rows: number[][]) =>
          rows.reduce((all, row) => all + row[2], 0)
        expect(sum(after)).toBe(sum(before))
        expect(
          await service.foldRareValues(new Date("2026-03-02T12:00:00Z"))
        ).toBe(0)
      })
    })
  },
})
