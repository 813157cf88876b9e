import { Sql } from "./sql"

export type VisitorLink = { anonymous_id: string; customer_id: string }

/** What was there before a link, to undo it with. */
export type PreviousLink = VisitorLink & {
  /** Null when the visitor was not linked to this customer. */
  last_linked_at: Date | null
}

/**
 * Links a visitor to a customer, or says that the customer is the one who uses
 * it now. Events that were stored before stay as they are.
 */
export async function linkVisitor(
  sql: Sql,
  link: VisitorLink,
  at: Date
): Promise<PreviousLink> {
  const rows = await sql.query<{ last_linked_at: Date | null }[]>(
    `with previous as (
       select last_linked_at from activity.visitor_identity
        where anonymous_id = $1 and customer_id = $2
     ), linked as (
       insert into activity.visitor_identity as v
         (anonymous_id, customer_id, first_linked_at, last_linked_at)
       values ($1, $2, $3, $3)
       on conflict (anonymous_id, customer_id) do update
         set last_linked_at =
           greatest(v.last_linked_at, excluded.last_linked_at)
       returning 1
     )
     select (select last_linked_at from previous) as last_linked_at from linked`,
    [link.anonymous_id, link.customer_id, at]
  )
  return { ...link, last_linked_at: rows[0]?.last_linked_at ?? null }
}

/** Puts a link back to what it was. */
export async function restoreVisitorLink(
  sql: Sql,
  { anonymous_id, customer_id, last_linked_at }: PreviousLink
): Promise<void> {
  await sql.query(
    last_linked_at
      ? `update activity.visitor_identity set last_linked_at = $3
          where anonymous_id = $1 and customer_id = $2`
      : `delete from activity.visitor_identity
          where anonymous_id = $1 and customer_id = $2`,
    [anonymous_id, customer_id, ...(last_linked_at ? [last_linked_at] : [])]
  )
}
