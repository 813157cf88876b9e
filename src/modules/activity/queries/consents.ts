import type { EntityManager } from "typeorm"

import { ConsentState } from "../domain/consents"
import { Sql } from "./sql"
import { lockCustomersConsent, refreshCustomersChoice } from "./visitor-choices"

/** What a customer agreed to and refused: of each purpose and channel the newest. */
export async function listConsents(
  sql: Sql,
  customer_id: string
): Promise<ConsentState[]> {
  return sql.query<ConsentState[]>(
    `select distinct on (purpose, channel) purpose, channel, state, text_version
       from activity.consent_entry
      where customer_id = $1
      order by purpose, channel, id desc`,
    [customer_id]
  )
}

/**
 * Appends what a customer says; what holds already is not said again. What she
 * says about analytics holds at once for every browser that she uses.
 *
 * @param consents - no two of the same purpose and channel
 * @returns ids of the new entries, to undo them with
 */
export async function recordConsents(
  manager: EntityManager,
  customer_id: string,
  consents: readonly ConsentState[],
  at: Date
): Promise<string[]> {
  return manager.transaction(async (locked) => {
    await lockCustomersConsent(locked, [customer_id])
    const written = await append(locked, customer_id, consents, at)
    await refreshBrowsers(locked, customer_id, at)
    return written
  })
}

/** Takes entries back that were written by mistake; what was before holds again. */
export async function removeConsents(
  manager: EntityManager,
  customer_id: string,
  ids: readonly string[],
  at: Date
): Promise<void> {
  await manager.transaction(async (locked) => {
    await lockCustomersConsent(locked, [customer_id])
    await locked.query(
      `delete from activity.consent_entry
        where customer_id = $1 and id = any($2::bigint[])`,
      [customer_id, ids]
    )
    await refreshBrowsers(locked, customer_id, at)
  })
}

async function append(
  sql: Sql,
  customer_id: string,
  consents: readonly ConsentState[],
  at: Date
): Promise<string[]> {
  const column = <Key extends keyof ConsentState>(key: Key) =>
    consents.map((consent) => consent[key])
  const rows = await sql.query<{ id: string }[]>(
    `insert into activity.consent_entry
       (customer_id, purpose, channel, state, text_version, created_at)
     select $1, said.purpose, said.channel, said.state, said.text_version, $6
       from unnest($2::text[], $3::text[], $4::text[], $5::text[])
         as said (purpose, channel, state, text_version)
       left join lateral (
         select state, text_version from activity.consent_entry
          where customer_id = $1 and purpose = said.purpose
            and channel is not distinct from said.channel
          order by id desc limit 1
       ) held on true
      where (held.state, held.text_version)
        is distinct from (said.state, said.text_version)
     returning id`,
    [
      customer_id,
      column("purpose"),
      column("channel"),
      column("state"),
      column("text_version"),
      at,
    ]
  )
  return rows.map(({ id }) => id)
}

/** The customer's own id too: events of a server carry no other. */
async function refreshBrowsers(
  sql: Sql,
  customer_id: string,
  at: Date
): Promise<void> {
  const rows = await sql.query<{ anonymous_id: string }[]>(
    `select anonymous_id from activity.visitor_identity where customer_id = $1`,
    [customer_id]
  )
  const subjects = [customer_id, ...rows.map((row) => row.anonymous_id)].map(
    (anonymous_id) => ({ anonymous_id, customer_id })
  )
  await refreshCustomersChoice(sql, subjects, at)
}
