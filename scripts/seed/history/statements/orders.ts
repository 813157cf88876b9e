const ADDRESS = `first_name, last_name, phone, address_1, address_2, city, province,
         postal_code, country_code, metadata`

/** Shipping and billing address, each a row of its own as in an order of a cart. */
export const ADDRESSES = `
  insert into order_address (id, ${ADDRESS}, created_at, updated_at)
  select pg_temp.demo_id('ordaddr', key, kind), ${ADDRESS}, placed_at, placed_at
    from demo_order cross join (values ('shipping'), ('billing')) as kinds(kind)`

/**
 * Version 3: placed, fulfilled, delivered. The numbers continue in the order of
 * time, since the sequence is asked row by row.
 *
 * Values: region, sales channel.
 */
export const ORDERS = `
  insert into "order" (id, region_id, customer_id, version, sales_channel_id, status,
         is_draft_order, email, currency_code, shipping_address_id,
         billing_address_id, no_notification, created_at, updated_at)
  select 'order_' || key, ?, customer_id, 3, ?, 'pending', false, email, 'usd',
         pg_temp.demo_id('ordaddr', key, 'shipping'),
         pg_temp.demo_id('ordaddr', key, 'billing'), false, placed_at,
         greatest(delivered_at, captured_at)
    from demo_order order by placed_at, key`

/** What each version is worth, and what of it was paid by then. */
export const SUMMARIES = `
  insert into order_summary (id, order_id, version, totals, created_at, updated_at)
  select pg_temp.demo_id('ordsum', key, version::text), 'order_' || key, version,
         jsonb_build_object(
           'paid_total', paid, 'raw_paid_total', pg_temp.demo_raw(paid),
           'refunded_total', 0, 'raw_refunded_total', pg_temp.demo_raw(0),
           'credit_line_total', 0, 'raw_credit_line_total', pg_temp.demo_raw(0),
           'transaction_total', paid, 'raw_transaction_total', pg_temp.demo_raw(paid),
           'accounting_total', total, 'raw_accounting_total', pg_temp.demo_raw(total),
           'current_order_total', total, 'raw_current_order_total', pg_temp.demo_raw(total),
           'original_order_total', total, 'raw_original_order_total', pg_temp.demo_raw(total),
           'pending_difference', trim_scale(total - paid),
           'raw_pending_difference', pg_temp.demo_raw(total - paid)),
         at, case when version = paid_version then captured_at else at end
    from (select key, version, captured_at, trim_scale(total) as total, paid_version,
                 case when version >= paid_version then trim_scale(total) else 0 end as paid,
                 case version when 1 then placed_at when 2 then packed_at else delivered_at end as at
            from demo_order
           cross join generate_series(1, 3) as version
           cross join lateral (select case when cash then 3 else 1 end as paid_version) as payment
         ) as versions`

/** The money that came in, at the version the order had then. */
export const TRANSACTIONS = `
  insert into order_transaction (id, order_id, version, amount, raw_amount,
         currency_code, reference, reference_id, created_at, updated_at)
  select pg_temp.demo_id('ordtrx', key, 'capture'), 'order_' || key,
         case when cash then 3 else 1 end, total, pg_temp.demo_raw(total), 'usd',
         'capture', pg_temp.demo_id('capt', key, 'capture'), captured_at, captured_at
    from demo_order`
