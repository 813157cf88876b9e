/** Paid in full, by card or in cash. */
export const PAYMENT_COLLECTIONS = `
  insert into payment_collection (id, currency_code, amount, raw_amount,
         authorized_amount, raw_authorized_amount, captured_amount,
         raw_captured_amount, refunded_amount, raw_refunded_amount, status,
         completed_at, created_at, updated_at)
  select pg_temp.demo_id('pay_col', key, 'collection'), 'usd', total, raw, total, raw, total, raw,
         0, pg_temp.demo_raw(0), 'completed', captured_at, placed_at, captured_at
    from demo_order cross join lateral (select pg_temp.demo_raw(total) as raw) as exact`

export const PAYMENT_SESSIONS = `
  insert into payment_session (id, currency_code, amount, raw_amount, provider_id, data,
         context, metadata, status, authorized_at, payment_collection_id, created_at, updated_at)
  select pg_temp.demo_id('payses', key, 'session'), 'usd', total, pg_temp.demo_raw(total),
         provider_id, '{}', '{}', '{}', 'authorized', placed_at,
         pg_temp.demo_id('pay_col', key, 'collection'), placed_at, placed_at
    from demo_order`

export const PAYMENTS = `
  insert into payment (id, amount, raw_amount, currency_code, provider_id, data,
         captured_at, payment_collection_id, payment_session_id, created_at, updated_at)
  select pg_temp.demo_id('pay', key, 'payment'), total, pg_temp.demo_raw(total), 'usd', provider_id,
         '{}', captured_at, pg_temp.demo_id('pay_col', key, 'collection'),
         pg_temp.demo_id('payses', key, 'session'), placed_at, captured_at
    from demo_order`

export const CAPTURES = `
  insert into capture (id, amount, raw_amount, payment_id, created_at, updated_at)
  select pg_temp.demo_id('capt', key, 'capture'), total, pg_temp.demo_raw(total),
         pg_temp.demo_id('pay', key, 'payment'), captured_at, captured_at
    from demo_order`

export const PAYMENT_LINKS = `
  insert into order_payment_collection (id, order_id, payment_collection_id, created_at, updated_at)
  select pg_temp.demo_id('ordpay', key, 'link'), 'order_' || key,
         pg_temp.demo_id('pay_col', key, 'collection'), placed_at, placed_at
    from demo_order`
