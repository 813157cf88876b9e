import { randomUUID } from "node:crypto"

import {
  ArrivalFilter,
  BEGINNING,
} from "../../../src/modules/activity/domain/arrival"
import { EVENT_TYPES } from "../../../src/modules/activity/domain/new-event"
import { READER_RATE } from "../../../src/modules/activity/domain/reader-key"
import type { ArrivalRow } from "../../../src/modules/activity/queries/follow-events"
import ActivityModuleService from "../../../src/modules/activity/service"
import { waitFor } from "../../helpers/wait-for"
import { databaseUrl, event, prepareStore, withClient } from "./setup"

jest.setTimeout(120_000)

const DB = "cornerstore-activity-follow"
const WRITERS = 4

describe("who follows the store", () => {
  const services: ActivityModuleService[] = []
  const connect = () => {
    const service = new ActivityModuleService(
      {},
      { database: { clientUrl: databaseUrl(DB) } }
    )
    services.push(service)
    return service
  }
  let service: ActivityModuleService

  beforeEach(async () => {
    await prepareStore(DB)()
    service = connect()
  })
  afterEach(async () => {
    for (const each of services.splice(0)) {
      await each.close()
    }
  })

  /** Everything up to an instant, page by page. */
  const readAll = async (
    filter: ArrivalFilter = {},
    { limit = 3, before = tomorrow() } = {}
  ) => {
    const rows: ArrivalRow[] = []
    let after = BEGINNING
    let pages = 0
    for (;;) {
      const page = await service.followEvents(filter, { after, before, limit })
      rows.push(...page.rows)
      after = page.next
      pages++
      if (!page.has_more) {
        return { rows, next: after, pages }
      }
    }
  }
  const ids = ({ rows }: { rows: ArrivalRow[] }) =>
    rows.map(({ message_id }) => message_id)

  it("sees each event once while several processes write, some of them slowly", async () => {
    const written: string[] = []
    const seen: string[] = []
    const names = () =>
      Array.from({ length: 1 + (written.length % 7) }, () => randomUUID())
    let isWriting = true

    const writer = async (store: ActivityModuleService) => {
      for (let turn = 0; turn < 120; turn++) {
        const lot = names()
        await store.storeEvents(lot.map((message_id) => event({ message_id })))
        written.push(...lot)
      }
    }
    // Its transaction is old when it commits: the rows appear behind others.
    const slowWriter = () =>
      withClient(DB, async (client) => {
        await client.query(
          "set application_name = 'cornerstore-activity-store'"
        )
        for (let turn = 0; turn < 6; turn++) {
          const message_id = randomUUID()
          await client.query("begin")
          await client.query(
            `insert into activity.event (received_at, occurred_at, source_id,
               message_id, type, properties, context)
             values (now(), now(), 's', $1, 'track', '{}', '{}')`,
            [message_id]
          )
          await client.query("select pg_sleep(1.3)")
          await client.query("commit")
          written.push(message_id)
        }
      })
    const follower = async () => {
      let after = BEGINNING
      await waitFor(
        "the follower to have caught up",
        async () => {
          const last = !isWriting
          const before = await service.safeHorizon()
          let page
          do {
            page = await service.followEvents({}, { after, before, limit: 50 })
            seen.push(...ids(page))
            after = page.next
          } while (page.has_more)
          return last && seen.length >= written.length ? true : null
        },
        60_000
      )
    }
    const writing = Promise.all([
      ...Array.from({ length: WRITERS }, () => writer(connect())),
      slowWriter(),
    ]).then(() => {
      isWriting = false
    })
    await Promise.all([writing, follower()])

    expect(written.length).toBeGreaterThan(1_000)
    expect(seen).toHaveLength(written.length)
    expect(new Set(seen)).toEqual(new Set(written))
  })

  it("reads in the order of arrival, to the microsecond, without gap or repeat", async () => {
    await withClient(DB, (client) =>
      client.query(
        // Three share each instant, and instants differ by a microsecond.
        `insert into activity.event (received_at, occurred_at, source_id,
           message_id, type, properties, context)
         select date_trunc('minute', now()) + (n / 3) * interval '1 microsecond',
                now(), 's', 'm' || n, 'track', '{}', '{}'
           from generate_series(0, 19) n order by random()`
      )
    )
    for (const limit of [1, 2, 3, 7, 100]) {
      const { rows } = await readAll({}, { limit })
      expect(new Set(ids({ rows })).size).toBe(20)
      expect(rows).toHaveLength(20)
      const places = rows.map(({ at, id }) => `${at} ${id.padStart(19, "0")}`)
      expect(places).toEqual([...places].sort())
    }
  })

  it("goes on from where it was when nothing new is there", async () => {
    await service.storeEvents([event({ message_id: "a" })])
    const before = tomorrow()
    const first = await readAll({}, { before })
    expect(ids(first)).toEqual(["a"])
    const nothing = { rows: [], next: first.next, has_more: false }
    const range = { after: first.next, limit: 10 }
    expect(await service.followEvents({}, { ...range, before })).toEqual(
      nothing
    )
    // An end that lies before does not lead back.
    const earlier = { ...range, before: new Date(Date.now() - 60_000) }
    expect(await service.followEvents({}, earlier)).toEqual(nothing)
  })

  it("chooses by name, type, source and customer", async () => {
    const claimed = "cus_01J8ZKX6WVYPQ4H6D4B7RZ0M3N"
    await service.storeEvents([
      event({ message_id: "a", name: "Product Viewed" }),
      event({ message_id: "b", name: "Product Added", source_id: "apk_2" }),
      event({ message_id: "c", type: "page", name: null }),
      event({ message_id: "d", claimed_customer_id: claimed }),
    ])
    expect(ids(await readAll({ name: "Product Added" }))).toEqual(["b"])
    expect(ids(await readAll({ type: EVENT_TYPES[2] }))).toEqual(["c"])
    expect(ids(await readAll({ source_ids: ["apk_2"] }))).toEqual(["b"])
    expect(ids(await readAll({ source_ids: [] }))).toEqual([])
    expect(ids(await readAll({ source_ids: null }))).toHaveLength(4)
    expect(ids(await readAll({ customer_id: claimed }))).toEqual(["d"])
  })

  it("looks at a limited number of events for one page, and misses none", async () => {
    await withClient(DB, (client) =>
      client.query(
        `insert into activity.event (received_at, occurred_at, source_id,
           message_id, type, name, properties, context)
         select now(), now(), 's', 'm' || n, 'track',
                case when n in (7, 50001, 119999) then 'Rare' else 'Other' end,
                '{}', '{}'
           from generate_series(1, 120000) n`
      )
    )
    const { rows, pages } = await readAll({ name: "Rare" })
    expect(ids({ rows })).toEqual(["m7", "m50001", "m119999"])
    expect(pages).toBe(3)
  })

  it("waits its turn when it asks more often than its key may", async () => {
    const burst = Array.from({ length: READER_RATE.burst + 20 }, () =>
      service.takeReaderTurn("key")
    )
    const waits = await Promise.all(burst)
    const passed = waits.filter((wait) => wait === 0).length
    expect(passed).toBeGreaterThanOrEqual(READER_RATE.burst)
    expect(passed).toBeLessThan(READER_RATE.burst + 20)
    expect(waits.filter((wait) => wait > 0)).toContain(1)
    expect(await service.takeReaderTurn("another")).toBe(0)
    // Time passes, and there is room again.
    await withClient(DB, (client) =>
      client.query(
        "update activity.reader_rate set paid_until = now() - interval '1 hour'"
      )
    )
    expect(await service.takeReaderTurn("key")).toBe(0)
  })
})

const tomorrow = () => new Date(Date.now() + 24 * 60 * 60_000)
