/**
 * SQL of the customer whose turn it was at a browser at an instant; null when
 * it was nobody's.
 *
 * @param visitor - SQL of the browser's anonymous id
 * @param at - SQL of the instant
 */
export const holderOf = (visitor: string, at: string): string => `
  (select t.customer_id from activity.visitor_turn t
    where t.anonymous_id = ${visitor} and t.started_at <= ${at}
    order by t.started_at desc limit 1)`

/**
 * SQL of the instant until which a browser's unclaimed events belong to the
 * customer who linked it first. They came before the link; a minute more,
 * because an event may be on its way while the link is written, but never into
 * the next turn.
 *
 * @param first - alias of the browser's first row of `visitor_identity`
 */
export const firstUntil = (first: string): string => `
  least(
    ${first}.first_linked_at + interval '1 minute',
    (select min(t.started_at) from activity.visitor_turn t
      where t.anonymous_id = ${first}.anonymous_id
        and t.started_at > ${first}.first_linked_at))`
