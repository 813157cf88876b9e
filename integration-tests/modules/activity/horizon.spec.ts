import { DataSource } from "typeorm"

import { APPLICATION_NAMES } from "../../../src/modules/activity/database/applications"
import { activityDataSource } from "../../../src/modules/activity/database/data-source"
import { safeHorizon } from "../../../src/modules/activity/queries/horizon"
import { storeEvents } from "../../../src/modules/activity/queries/store-events"
import { waitFor } from "../../helpers/wait-for"
import { databaseUrl, event, prepareStore, withClient } from "./setup"

jest.setTimeout(60_000)

const UTC = { timeZone: "UTC" }
const DB = "cornerstore-activity-horizon"

describe("the safe horizon", () => {
  const sources: DataSource[] = []

  /** A process of its own: the shop, or the collector that stands alone. */
  const process = async () => {
    const source = activityDataSource(
      { url: databaseUrl(DB), ssl: undefined, poolSize: 2 },
      { warn: () => undefined }
    )
    sources.push(source)
    return source.initialize()
  }

  beforeAll(prepareStore(DB))
  afterEach(async () => {
    for (const source of sources.splice(0)) {
      await source.destroy()
    }
  })

  const received = async ({ manager }: DataSource, message_id: string) => {
    const [row] = await manager.query<{ received_at: Date }[]>(
      "select received_at from activity.event where message_id = $1",
      [message_id]
    )
    if (!row) {
      throw new Error(`${message_id} is not there`)
    }
    return row.received_at
  }
  /** What the horizon is once it would have passed an instant by itself. */
  const horizonAfter = (source: DataSource, instant: Date) =>
    waitFor("the clock", async () => {
      const [row] = await source.manager.query<{ is_past: boolean }[]>(
        "select now() > $1::timestamptz + interval '1500 ms' as is_past",
        [instant]
      )
      return row?.is_past ? safeHorizon(source.manager) : null
    })

  it("stays behind a writer of another process until it has committed", async () => {
    const [shop, collector] = [await process(), await process()]
    const writer = collector.createQueryRunner()
    await writer.startTransaction()
    await storeEvents(writer.manager, [event({ message_id: "slow" })], UTC)

    // One that began later and was faster: its row is there.
    await storeEvents(shop.manager, [event({ message_id: "fast" })], UTC)
    const fast = await received(shop, "fast")
    const held = await horizonAfter(shop, fast)
    expect(held < fast).toBe(true)

    await writer.commitTransaction()
    await writer.release()
    const slow = await received(shop, "slow")
    expect(held < slow && slow < fast).toBe(true)
    expect((await safeHorizon(shop.manager)) > fast).toBe(true)
  })

  it("waits for a writer that has written nothing yet", async () => {
    const [shop, collector] = [await process(), await process()]
    await withClient(DB, async (other) => {
      await other.query("begin")
      await other.query("lock table activity.event_key in exclusive mode")
      const waiting = storeEvents(
        collector.manager,
        [event({ message_id: "waiting" })],
        UTC
      )
      const began = await startOf(shop, "Lock")
      expect((await horizonAfter(shop, began)) < began).toBe(true)
      await other.query("rollback")
      await waiting
      expect((await safeHorizon(shop.manager)) > began).toBe(true)
    })
  })

  it("does not wait for a reader, nor for who does not write events", async () => {
    const [shop, reporting] = [await process(), await process()]
    await withClient(DB, async (other) => {
      await other.query("begin")
      await other.query("select txid_current()")
      const reading = reporting.manager.query("select pg_sleep(3)")
      const began = await startOf(shop, "Timeout")
      expect((await horizonAfter(shop, began)) > began).toBe(true)
      // The reader was still at it when the horizon passed it.
      expect(await startOf(shop, "Timeout")).toEqual(began)
      await reading
      await other.query("rollback")
    })
  })

  it("is held back by a writer that hangs no longer than the server lets it", async () => {
    const source = await process()
    const [row] = await source.manager.query<Record<string, string>[]>(
      `select current_setting('statement_timeout') as statement,
              current_setting('idle_in_transaction_session_timeout') as idle,
              current_setting('application_name') as name`
    )
    expect(row).toEqual({
      statement: "9s",
      idle: "9s",
      name: APPLICATION_NAMES.store,
    })
  })

  /** When the transaction began that now waits for something of this kind. */
  function startOf({ manager }: DataSource, kind: string): Promise<Date> {
    return waitFor(`a transaction that waits for ${kind}`, async () => {
      const [row] = await manager.query<{ xact_start: Date }[]>(
        `select xact_start from pg_stat_activity
          where datname = current_database() and wait_event_type = $1
            and application_name = $2`,
        [kind, APPLICATION_NAMES.store]
      )
      return row?.xact_start
    })
  }
})
