/**
 * The stop that says where a booking `b` stands, as `st`, with its route `r`:
 * of a route that is published, a living one before a failed one. A draft is
 * nobody's business but the shop's, and a failure is over once the delivery was
 * given another time.
 */
export const CURRENT_STOP = `left join lateral (
    select cs.id, cs.route_id, cs.status, cs.sequence, cs.arrived_at, cs.failed_at,
           cs.failure_reason, cs.updated_at, cr.status as route_status,
           cr.driver_id, cr.started_at
      from delivery_stop cs
      join delivery_route cr on cr.id = cs.route_id
     where cs.booking_id = b.id and cs.deleted_at is null
       and cs.status <> 'removed' and cr.status in ('published', 'started', 'finished')
       and (cs.status <> 'failed' or not exists (
             select 1 from delivery_move mv
              where mv.booking_id = b.id and mv.created_at > cs.failed_at
                and mv.deleted_at is null))
     order by (cs.status = 'failed'), cs.created_at desc
     limit 1
  ) st on true`
