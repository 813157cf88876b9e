import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { waitFor } from "./wait-for"

const pidsSchema = z.object({ rows: z.array(z.object({ pid: z.number() })) })

/**
 * Lets something run until it waits for a slot in the midst of its transaction,
 * and ends its connection there, as the database sees a process that is killed.
 *
 * @param slotId - the slot that is locked meanwhile
 * @returns what the killed one failed with
 */
export async function killInTransaction(
  container: MedusaContainer,
  slotId: string,
  something: () => Promise<unknown>
): Promise<unknown> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lock = await knex.transaction()
  try {
    await lock.raw("select id from delivery_slot where id = ? for update", [
      slotId,
    ])
    const running = something().then(
      () => new Error("It ended before it was killed."),
      (error: unknown) => ({ killed: error })
    )
    const pid = await waitFor("somebody who waits for the slot", async () => {
      const found: unknown = await knex.raw(
        `select pid from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'
            and query ilike '%delivery_slot%'`
      )
      return pidsSchema.parse(found).rows[0]?.pid
    })
    await knex.raw("select pg_terminate_backend(?)", [pid])
    const ended = await running
    if (ended instanceof Error) {
      throw ended
    }
    return ended.killed
  } finally {
    await lock.rollback()
  }
}
