/** Past slots with the places that were sold in them. */
export const SLOTS = `
  insert into delivery_slot (id, district_id, window_id, date, starts_at, ends_at,
         cutoff_at, capacity_orders, reserved_orders, price, raw_price, is_open,
         created_at, updated_at)
  select pg_temp.demo_id('dslot', demo_order_key, window_id || date), district_id,
         window_id, date, starts_at, ends_at, cutoff_at, capacity_orders, places,
         price, pg_temp.demo_raw(price), true, first_at, last_at
    from demo_slot
    join (select window_id, date, count(*) as places, min(key) as demo_order_key,
                 min(placed_at) as first_at, max(placed_at) as last_at
            from demo_order group by window_id, date) as sold
   using (window_id, date)
  on conflict (window_id, date) where deleted_at is null
  do update set reserved_orders = delivery_slot.reserved_orders + excluded.reserved_orders`

/** One delivered place for each order. */
export const BOOKINGS = `
  insert into delivery_booking (id, slot_id, order_id, status, committed_at, booked_at,
         delivered_at, tracking_token_hash, tracking_token, tracking_expires_at,
         created_at, updated_at)
  select pg_temp.demo_id('dbook', key, 'booking'), slot.id, 'order_' || key, 'delivered',
         placed_at, placed_at, delivered_at, token_hash, token, token_expires_at,
         placed_at, delivered_at
    from demo_order
    join delivery_slot as slot on slot.window_id = demo_order.window_id
     and slot.date = demo_order.date and slot.deleted_at is null`
