/**
 * What the visitor behind an event `e` chose before: joined for its anonymous id
 * and for the customer whom it claims, so that a customer's no holds wherever
 * the event comes from. A statement of the hot path puts `CHOICE_JOINS` after its
 * `from ... e` and reads `CHOSEN`.
 */
export const CHOICE_JOINS = `
  left join activity.visitor_choice visitor_chose
    on visitor_chose.anonymous_id = e.anonymous_id
  left join activity.visitor_choice customer_chose
    on customer_chose.anonymous_id = e.claimed_customer_id`

/** True, false, or null when nothing was chosen. One no outweighs every yes. */
export const CHOSEN = `
  coalesce(visitor_chose.analytics and customer_chose.analytics,
           visitor_chose.analytics, customer_chose.analytics)`

/** Whether an event `e` is kept: `mayKeep` of the domain, in SQL. */
export const IS_KEPT = `
  case e.consent when 'granted' then true
                 when 'denied' then false
                 else coalesce(${CHOSEN}, e.consent = 'assumed') end`
