/** Values: name of the shipping option, its id. */
export const SHIPPING_METHODS = `
  insert into order_shipping_method (id, name, amount, raw_amount, shipping_option_id,
         data, created_at, updated_at)
  select pg_temp.demo_id('ordsm', key, 'method'), ?, shipping, pg_temp.demo_raw(shipping), ?,
         jsonb_build_object('slot_id', slot.id, 'provider', 'district-delivery'),
         placed_at, placed_at
    from demo_order
    join delivery_slot as slot on slot.window_id = demo_order.window_id
     and slot.date = demo_order.date and slot.deleted_at is null`

export const SHIPPING_VERSIONS = `
  insert into order_shipping (id, order_id, version, shipping_method_id, created_at, updated_at)
  select pg_temp.demo_id('ordspmv', key, version::text), 'order_' || key, version,
         pg_temp.demo_id('ordsm', key, 'method'), placed_at, placed_at
    from demo_order cross join generate_series(1, 3) as version`

const ADDRESS = `first_name, last_name, phone, address_1, address_2, city, province,
         postal_code, country_code, metadata`

export const FULFILLMENT_ADDRESSES = `
  insert into fulfillment_address (id, ${ADDRESS}, created_at, updated_at)
  select pg_temp.demo_id('fuladdr', key, 'address'), ${ADDRESS}, placed_at, placed_at
    from demo_order`

/** Values: stock location, provider, shipping option, the owner. */
export const FULFILLMENTS = `
  insert into fulfillment (id, location_id, packed_at, delivered_at, data, provider_id,
         shipping_option_id, delivery_address_id, created_by, requires_shipping,
         created_at, updated_at)
  select pg_temp.demo_id('ful', key, 'fulfillment'), ?, packed_at, delivered_at, method.data,
         ?, ?, pg_temp.demo_id('fuladdr', key, 'address'), ?, true, packed_at, delivered_at
    from demo_order
    join order_shipping_method as method on method.id = pg_temp.demo_id('ordsm', key, 'method')`

export const FULFILLMENT_ITEMS = `
  insert into fulfillment_item (id, title, sku, barcode, quantity, raw_quantity,
         line_item_id, fulfillment_id, created_at, updated_at)
  select pg_temp.demo_id('fulit', demo_line.key, 'item'), line.variant_title, line.variant_sku, '',
         quantity, pg_temp.demo_raw(quantity), line.id,
         pg_temp.demo_id('ful', order_key, 'fulfillment'), packed_at, packed_at
    from demo_line
    join demo_order on demo_order.key = order_key
    join order_line_item as line on line.id = pg_temp.demo_id('ordli', demo_line.key, 'line')`

export const FULFILLMENT_LINKS = `
  insert into order_fulfillment (id, order_id, fulfillment_id, created_at, updated_at)
  select pg_temp.demo_id('ordful', key, 'link'), 'order_' || key,
         pg_temp.demo_id('ful', key, 'fulfillment'), packed_at, packed_at
    from demo_order`
