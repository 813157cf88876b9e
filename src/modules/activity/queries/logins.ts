import { BURST_MINUTES, BURST_REFUSALS, NewLogin } from "../domain/login"
import type { Login } from "../entities/login"
import { Sql } from "./sql"

/** Refusals shortly before, of the same customer, e-mail address or IP address. */
const refusedBefore = (condition: string): string => `
  (select count(*) from (
     select 1 from activity.login l
      where l.outcome = 'refused' and ${condition} and l.id <> $1
        and l.at > $2::timestamptz - make_interval(mins => ${BURST_MINUTES})
        and l.at <= $2::timestamptz
      limit ${BURST_REFUSALS}) refused)`

/**
 * One statement, harmless to repeat under the same id: whether the device is new
 * follows from which log-in was its first.
 */
const RECORD = `
  with device as (
    insert into activity.login_device as d
      (customer_id, device_hash, first_login_id, first_seen_at, last_seen_at)
    select $3::text, $15::text, $1::text, $2::timestamptz, $2::timestamptz
     where $4::text = 'success' and $3::text is not null
       and $15::text is not null
    on conflict (customer_id, device_hash) do update
      set last_seen_at = greatest(d.last_seen_at, excluded.last_seen_at)
    returning first_login_id
  ), refused as (
    select greatest(
      ${refusedBefore("l.customer_id = $3::text")},
      ${refusedBefore("l.email_hash = $13::text")},
      ${refusedBefore("l.address_hash in ($14::text, $16::text)")}
    ) + case when $4::text = 'refused' then 1 else 0 end as count
  )
  insert into activity.login (
    id, at, customer_id, outcome, provider, browser, browser_version, system,
    device_class, country, region, city, email_hash, address_hash,
    is_new_device, is_burst)
  select $1::text, $2::timestamptz, $3::text, $4::text, $5::text, $6::text,
         $7::text, $8::text, $9::text, $10::text, $11::text, $12::text,
         $13::text, $14::text,
         case when $3::text is null or $15::text is null then false
              when $4::text = 'success'
                then (select first_login_id = $1::text from device)
              else not exists (
                select from activity.login_device
                 where customer_id = $3::text and device_hash = $15::text)
         end,
         refused.count >= ${BURST_REFUSALS}
    from refused
  on conflict do nothing`

/** Records a try to log in, with what it says beside those before it. */
export async function recordLogin(sql: Sql, login: NewLogin): Promise<void> {
  const { device, place } = login
  await sql.query(RECORD, [
    login.id,
    login.at,
    login.customer_id,
    login.outcome,
    login.provider,
    device.browser,
    device.browser_version,
    device.system,
    device.class,
    place?.country ?? null,
    place?.region ?? null,
    place?.city ?? null,
    login.email_hash,
    login.address_hash,
    login.device_hash,
    login.earlier_address_hash,
  ])
}

const COLUMNS = [
  "id",
  "at",
  "outcome",
  "provider",
  "browser",
  "browser_version",
  "system",
  "device_class",
  "country",
  "region",
  "city",
  "is_new_device",
  "is_burst",
] as const

export type LoginRow = Pick<Login, (typeof COLUMNS)[number]>

/** Where a page of log-ins goes on. */
export type LoginPosition = { at: Date; id: string }

/** A page of a customer's log-ins, newest first. */
export async function readLogins(
  sql: Sql,
  customer_id: string,
  { limit, after }: { limit: number; after?: LoginPosition }
): Promise<LoginRow[]> {
  const rest = after ? "and (at, id) < ($3::timestamptz, $4::text)" : ""
  return sql.query<LoginRow[]>(
    `select ${COLUMNS.join(", ")} from activity.login
      where customer_id = $1 ${rest}
      order by at desc, id desc limit $2`,
    [customer_id, limit, ...(after ? [after.at, after.id] : [])]
  )
}

/** How often a customer logs in, and from how many devices. */
export type LoginSummary = {
  /** Successful and refused ones since the instant that was asked for. */
  succeeded: number
  refused: number
  /** Devices she ever logged in from. */
  devices: number
}

export async function summarizeLogins(
  sql: Sql,
  customer_id: string,
  since: Date
): Promise<LoginSummary> {
  const [row] = await sql.query<LoginSummary[]>(
    `select count(*) filter (where outcome = 'success')::int as succeeded,
            count(*) filter (where outcome = 'refused')::int as refused,
            (select count(*)::int from activity.login_device
              where customer_id = $1) as devices
       from activity.login
      where customer_id = $1 and at >= $2`,
    [customer_id, since]
  )
  return row ?? { succeeded: 0, refused: 0, devices: 0 }
}
