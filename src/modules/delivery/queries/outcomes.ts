import { CUSTOMERS_FAILURES, DeliveryOutcome } from "../domain/cash-limit"
import { placeholders, Sql } from "./types"

/**
 * What became of the deliveries of orders, newest slot first. A delivery that
 * failed and was handed over later counts as handed over; one that failed for
 * the shop's own reasons, or is still to come, counts as nothing.
 *
 * @param orderIds - of one customer, bounded by the caller
 */
export async function deliveryOutcomes(
  sql: Sql,
  orderIds: readonly string[]
): Promise<DeliveryOutcome[]> {
  if (!orderIds.length) {
    return []
  }
  const rows = await sql.execute<{ outcome: DeliveryOutcome }[]>(
    `select outcome from (
       select s.starts_at, b.id,
              case when b.status = 'delivered' then 'delivered'
                   when exists (select 1 from delivery_stop st
                                 where st.booking_id = b.id and st.failed_at is not null
                                   and st.failure_reason in (${placeholders(CUSTOMERS_FAILURES)})
                                   and st.deleted_at is null) then 'failed'
              end as outcome
         from delivery_booking b
         join delivery_slot s on s.id = b.slot_id
        where b.order_id in (${placeholders(orderIds)}) and b.deleted_at is null
     ) each_booking
     where outcome is not null
     order by starts_at desc, id desc`,
    [...CUSTOMERS_FAILURES, ...orderIds]
  )
  return rows.map(({ outcome }) => outcome)
}
