import { Client } from "@medusajs/framework/pg"

import { EventStream } from "../../src/lib/sse/__tests__/helpers/event-stream"
import type { SystemHealthResponse, TrackerState } from "../../src/sdk/types"
import type { Headers } from "../helpers/actors"
import type { AppProcess } from "../helpers/app-process"
import { refusal } from "../helpers/http-client"
import { useRedis } from "../helpers/redis"
import { cartAt, storefront } from "../helpers/storefront"
import { waitFor } from "../helpers/wait-for"
import {
  bookedDelivery,
  bookingOf,
  feedTitles,
  firstOpenSlot,
  orderIntoSlot,
  placeDeliveryOrder,
} from "../package/setup/delivery-order"
import { type PackedShop, preparePackedShop } from "../package/setup/prepare"
import { launchShop, serveShop } from "../package/setup/serve"
import {
  createShopDatabase,
  type ShopDatabase,
  signInOwner,
} from "../package/setup/shop-database"

jest.setTimeout(900_000)

/** Reconcilers whose tick is as long as their job's schedule: a minute. */
const MINUTELY = [
  "release-stuck-outbox",
  "delivery-expire-holds",
  "delivery-finish-bookings",
]
const TICK_MS = 120_000
/** A message leaves within ten seconds, its order's event may have to wait for a tick. */
const SENT_MS = 120_000
/** What a customer on another server waits for a change. */
const LIVE_MS = 2_000

describe("two servers and a worker on one database and one Redis", () => {
  let packed: PackedShop
  let database: ShopDatabase
  let redis: Awaited<ReturnType<typeof useRedis>>
  let sql: Client
  let a: AppProcess
  let b: AppProcess
  let worker: AppProcess
  let owner: { headers: Headers }
  const everyone: AppProcess[] = []

  const start = async (mode: "server" | "worker") => {
    const app = await serveShop(packed, {
      databaseUrl: database.url,
      env: { MEDUSA_WORKER_MODE: mode, REDIS_URL: redis.url },
    })
    everyone.push(app)
    return app
  }

  beforeAll(async () => {
    packed = await preparePackedShop()
    database = await createShopDatabase(packed, "cluster")
    redis = await useRedis(9)
    sql = new Client({ connectionString: database.url })
    await sql.connect()
    await noteAttempts(sql)
    await leaveStuckMessage(sql)
    ;[a, b, worker] = await Promise.all([
      start("server"),
      start("server"),
      start("worker"),
    ])
    owner = await signInOwner(a.api)
  })

  afterAll(async () => {
    await Promise.all(everyone.map((app) => app.kill()))
    await sql?.end()
    await redis?.close()
    await database?.drop()
  })

  it("see each other", async () => {
    for (const { api } of [a, b]) {
      const { data } = await api.get<SystemHealthResponse>(
        "/admin/system/health",
        owner
      )
      expect(
        data.processes
          .filter(({ alive }) => alive)
          .map(({ pid, role }) => [role, pid])
          .sort()
      ).toEqual(
        [
          ["server", a.pid],
          ["server", b.pid],
          ["worker", worker.pid],
        ].sort()
      )
      expect(data.checks).toContainEqual(
        expect.objectContaining({ name: "redis", status: "ok" })
      )
    }
  })

  it("agree on what a cart holds", async () => {
    const { shop, places } = database
    const here = storefront(a.url, shop)
    const there = storefront(b.url, shop)
    const first = await cartAt(here, shop, places[0])
    const second = await cartAt(there, shop, places[0])
    const slot = await firstOpenSlot(here, first)
    await here.cornerstore.delivery.holdSlot(first, slot.id)

    const { slots } = await there.cornerstore.delivery.listSlots(second)
    expect(slots.find(({ id }) => id === slot.id)?.state).toBe("full")
    const refused = await refusal(
      b.api.post(
        `/store/carts/${second}/delivery-slot`,
        { slot_id: slot.id },
        shop
      )
    )
    expect(refused.status).toBe(409)

    const order = await placeDeliveryOrder(here, shop, first, slot.id)
    expect((await bookedDelivery(there, order.id)).slot.id).toBe(slot.id)
  })

  it("tell a customer on one server what the owner did on the other", async () => {
    const sdk = storefront(a.url, database.shop)
    const { order, delivery } = await orderIntoSlot(
      sdk,
      database.shop,
      database.places[1]
    )
    const booking = await bookingOf(a.api, owner, order.id)
    const stream = await EventStream.open(
      `${b.url}/track/${delivery.tracking_token}/events`
    )
    await stream.untilEvents(1)
    await a.api.post(
      `/admin/delivery/bookings/${booking.id}/delivered`,
      {},
      owner
    )
    await waitFor(
      "the event on the other server",
      () =>
        Promise.resolve(
          stream.events.find(
            ({ data }) => (data as TrackerState).stage === "delivered"
          )
        ),
      LIVE_MS
    )
    stream.close()
  })

  it("run each reconciler once per tick", async () => {
    const ticks = await waitFor(
      "a tick of every reconciler",
      async () => {
        const found = await finishedTicks(sql)
        const names = new Set(found.map(({ name }) => name))
        return MINUTELY.every((name) => names.has(name)) ? found : null
      },
      TICK_MS
    )
    expect(
      ticks.filter(({ attempts, error }) => attempts > 1 || error !== null)
    ).toEqual([])
    const reports = [a, b, worker].map(
      (app) =>
        app.output().match(/release-stuck-outbox: found 1, repaired 1/g)?.length
    )
    expect(reports).toEqual([undefined, undefined, 1])
  })

  it("go on after the worker was killed, and send nothing twice", async () => {
    const { shop, places } = database
    const sdk = storefront(a.url, shop)
    const before = await orderIntoSlot(sdk, shop, places[0])
    await told(before.order.display_id)

    await worker.kill()
    // As if it had been killed between sending and writing that down.
    await sql.query(
      `update outbox_message
          set status = 'sending', next_attempt_at = now(), locked_until = now()
        where key = $1`,
      [`delivery-booked:${before.order.id}`]
    )
    const cartId = await cartAt(sdk, shop, places[0])
    const slot = await firstOpenSlot(sdk, cartId)
    await sdk.cornerstore.delivery.holdSlot(cartId, slot.id)
    const order = await placeDeliveryOrder(sdk, shop, cartId, slot.id)
    const tick = await newestTick(sql)

    worker = await start("worker")
    const delivery = await bookedDelivery(storefront(b.url, shop), order.id)
    expect(delivery.slot.id).toBe(slot.id)
    await told(order.display_id)
    await waitFor(
      "a tick after the restart",
      async () => ((await newestTick(sql)) > tick ? true : null),
      TICK_MS
    )
    const { rows } = await sql.query(
      "select distinct status from outbox_message where kind = 'notify-owner'"
    )
    expect(rows).toEqual([{ status: "sent" }])
    const titles = await feedTitles(b.api, owner)
    expect(titles).toHaveLength(new Set(titles).size)
    expect(titles).toEqual(
      expect.arrayContaining([
        `New delivery order #${before.order.display_id}`,
        `New delivery order #${order.display_id}`,
      ])
    )
  })

  it("refuse a second process when Redis is forgotten", async () => {
    await Promise.all(everyone.map((app) => app.stop()))
    const alone = { databaseUrl: database.url, env: { REDIS_URL: "" } }
    const first = await serveShop(packed, alone)
    everyone.push(first)
    const second = await launchShop(packed, alone)
    everyone.push(second)
    expect(await second.ended).toMatchObject({ code: 1 })
    expect(second.output()).toContain(
      `Another Cornerstore process already serves this database; set REDIS_URL to run several, or stop process ${first.pid} on `
    )
    expect((await first.api.get("/health/ready")).status).toBe(200)
  })

  /** Waits until the owner was told of an order. */
  const told = (number: number | undefined) =>
    waitFor(
      `the notification of order #${number}`,
      async () => {
        const titles = await feedTitles(b.api, owner)
        return titles.includes(`New delivery order #${number}`) ? true : null
      },
      SENT_MS
    )
})

/** Writes down who tries to run a reconciler, also when another was faster. */
async function noteAttempts(sql: Client): Promise<void> {
  await sql.query(`
    create table reconciler_attempt (name text, tick timestamptz);
    create function note_attempt() returns trigger language plpgsql as $$
      begin
        insert into reconciler_attempt values (new.name, new.tick);
        return new;
      end $$;
    create trigger note_attempt before insert on reconciler_run
      for each row execute function note_attempt();`)
}

/** A message of a sender that died; of a kind that nobody sends, so that only the reconciler touches it. */
async function leaveStuckMessage(sql: Client): Promise<void> {
  await sql.query(`
    insert into outbox_message
      (id, kind, key, payload, status, attempts, next_attempt_at, locked_until)
    values
      ('outbox_stuck', 'nobody-sends-this', '1', '{}', 'sending', 1, now(), now())`)
}

/** Ticks that were run, with how many processes tried to; seconds later, for others may be late. */
async function finishedTicks(
  sql: Client
): Promise<{ name: string; attempts: number; error: string | null }[]> {
  const { rows } = await sql.query(
    `select run.name, run.error, count(*)::int as attempts
       from reconciler_run run
       join reconciler_attempt attempt
         on attempt.name = run.name and attempt.tick = run.tick
      where run.name = any($1)
        and run.finished_at < now() - interval '3 seconds'
      group by run.id`,
    [MINUTELY]
  )
  return rows
}

async function newestTick(sql: Client): Promise<Date> {
  const { rows } = await sql.query<{ tick: Date }>(
    "select max(tick) as tick from reconciler_run where finished_at is not null"
  )
  return rows[0].tick
}
