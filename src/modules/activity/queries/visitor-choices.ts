import type { EntityManager } from "typeorm"

import { Sql } from "./sql"

/** What somebody chose in a browser. */
export type VisitorChoiceInput = {
  anonymous_id: string
  /** Whether events may be kept. */
  analytics: boolean
  /** Version of the text that was shown. */
  text_version: string | null
}

/**
 * Keeps what was chosen in a browser. The same choice again changes nothing.
 *
 * @returns what holds now: false too when a customer who uses the browser said no
 */
export async function recordVisitorChoice(
  sql: Sql,
  { anonymous_id, analytics, text_version }: VisitorChoiceInput,
  at: Date
): Promise<boolean> {
  const [row] = await sql.query<{ analytics: boolean }[]>(
    `with changed as (
       insert into activity.visitor_choice as c
         (anonymous_id, own_choice, text_version, changed_at)
       values ($1, $2, $3, $4)
       on conflict (anonymous_id) do update
         set own_choice = excluded.own_choice,
             text_version = excluded.text_version,
             changed_at = excluded.changed_at
         where (c.own_choice, c.text_version)
           is distinct from (excluded.own_choice, excluded.text_version)
       returning analytics
     )
     select analytics from changed
     union all
     select analytics from activity.visitor_choice
      where anonymous_id = $1 and not exists (select from changed)`,
    [anonymous_id, analytics, text_version, at]
  )
  return row?.analytics ?? analytics
}

/** Whatever a customer says about consent is one transaction after the other. */
export async function lockCustomerConsent(
  sql: Sql,
  customer_id: string
): Promise<void> {
  await sql.query(
    `select pg_advisory_xact_lock(hashtextextended('activity.consent.' || $1, 0))`,
    [customer_id]
  )
}

/**
 * Brings what visitors' customers chose up to date: after a customer's choice,
 * and after a browser was joined to a customer or taken from one.
 *
 * Within a transaction that holds the lock of each customer whose choice or
 * browsers changed, `lockCustomerConsent`. The rows are taken before they are
 * computed, so that of two customers at one browser the later sees the earlier.
 *
 * @param ids - anonymous ids, and customers' ids
 */
export async function refreshCustomersChoice(
  sql: Sql,
  ids: readonly string[],
  at: Date
): Promise<void> {
  await sql.query(
    `select from activity.visitor_choice
      where anonymous_id = any($1::text[]) order by anonymous_id for update`,
    [ids]
  )
  await sql.query(
    `with wanted as (${CUSTOMERS_CHOICE})
     insert into activity.visitor_choice as c (anonymous_id, changed_at)
     select id, $2 from wanted where choice is not null order by id
     on conflict (anonymous_id) do update
       set customers_choice = c.customers_choice`,
    [ids, at]
  )
  await sql.query(
    `with wanted as (${CUSTOMERS_CHOICE})
     update activity.visitor_choice c
        set customers_choice = wanted.choice, changed_at = $2
       from wanted
      where c.anonymous_id = wanted.id
        and c.customers_choice is distinct from wanted.choice`,
    [ids, at]
  )
  await sql.query(
    `delete from activity.visitor_choice
      where anonymous_id = any($1::text[]) and analytics is null`,
    [ids]
  )
}

/** Of each id in `$1` what its customers say now; null when none says anything. */
const CUSTOMERS_CHOICE = `
  select subject.id, bool_and(said.state = 'granted') as choice
    from (select distinct unnest($1::text[]) as id) subject
    left join lateral (
      select customer_id from activity.visitor_identity
       where anonymous_id = subject.id
       union all select subject.id
    ) customer on true
    left join lateral (
      select state from activity.consent_entry
       where customer_id = customer.customer_id
         and purpose = 'analytics' and channel is null
       order by id desc limit 1
    ) said on true
   group by subject.id`

/**
 * What a browser that was just joined to a customer, or taken from one, takes
 * over of the customer's choice. Called after the link was written, in the same
 * transaction or in a later one.
 */
export async function inheritChoice(
  manager: EntityManager,
  link: { anonymous_id: string; customer_id: string },
  at: Date
): Promise<void> {
  await manager.transaction(async (locked) => {
    await lockCustomerConsent(locked, link.customer_id)
    await refreshCustomersChoice(locked, [link.anonymous_id], at)
  })
}
