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

/** Whatever changes what customers say of consent is done one after the other. */
export async function lockCustomersConsent(
  sql: Sql,
  customer_ids: readonly string[]
): Promise<void> {
  await sql.query(
    `select pg_advisory_xact_lock(key)
       from (select distinct hashtextextended('activity.consent.' || id, 0) as key
               from unnest($1::text[]) as id order by key) locks`,
    [customer_ids]
  )
}

/** An id that events carry, and a customer. */
export type ChoiceSubject = { anonymous_id: string; customer_id: string }

/**
 * Brings what customers chose up to date for the ids that their events carry:
 * of those who are joined to an id, and of the one who is named with it, who
 * uses it whether joined or not.
 *
 * Within a transaction that holds `lockCustomersConsent` of the customers that
 * are named. The rows are taken before they are computed, so that of two
 * customers at one browser the later sees the earlier.
 */
export async function refreshCustomersChoice(
  sql: Sql,
  subjects: readonly { anonymous_id: string; customer_id: string | null }[],
  at: Date
): Promise<void> {
  const ids = subjects.map(({ anonymous_id }) => anonymous_id)
  const customers = subjects.map(({ customer_id }) => customer_id)
  await sql.query(
    `select from activity.visitor_choice
      where anonymous_id = any($1::text[]) order by anonymous_id for update`,
    [ids]
  )
  await sql.query(
    `with wanted as (${CUSTOMERS_CHOICE})
     insert into activity.visitor_choice as c (anonymous_id, changed_at)
     select id, $3 from wanted where choice is not null order by id
     on conflict (anonymous_id) do update
       set customers_choice = c.customers_choice`,
    [ids, customers, at]
  )
  await sql.query(
    `with wanted as (${CUSTOMERS_CHOICE})
     update activity.visitor_choice c
        set customers_choice = wanted.choice, changed_at = $3
       from wanted
      where c.anonymous_id = wanted.id
        and c.customers_choice is distinct from wanted.choice`,
    [ids, customers, at]
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
    from unnest($1::text[], $2::text[]) as subject (id, named)
    left join lateral (
      select customer_id from activity.visitor_identity
       where anonymous_id = subject.id
       union select subject.named
    ) customer on true
    left join lateral (
      select state from activity.consent_entry
       where customer_id = customer.customer_id
         and purpose = 'analytics' and channel is null
       order by id desc limit 1
    ) said on true
   group by subject.id`

/**
 * Hands customers' choices on to browsers that they are about to be joined to. A
 * browser takes over a no even when it is not joined because of it; a yes of the
 * customer who uses it next ends that.
 *
 * Within a transaction, before the links are written: until it ends, what these
 * customers say next waits, and then finds the links.
 */
export async function inheritChoices(
  locked: Sql,
  links: readonly ChoiceSubject[],
  at: Date
): Promise<void> {
  await lockCustomersConsent(
    locked,
    links.map(({ customer_id }) => customer_id)
  )
  await refreshCustomersChoice(locked, links, at)
}

/**
 * Takes customers' choices back from browsers that are theirs no longer. Within
 * the transaction that took the links away.
 */
export async function forgetChoices(
  locked: Sql,
  links: readonly ChoiceSubject[],
  at: Date
): Promise<void> {
  await lockCustomersConsent(
    locked,
    links.map(({ customer_id }) => customer_id)
  )
  const subjects = links.map(({ anonymous_id }) => ({
    anonymous_id,
    customer_id: null,
  }))
  await refreshCustomersChoice(locked, subjects, at)
}
