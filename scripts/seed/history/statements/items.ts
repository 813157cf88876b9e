/** What a line says about its product for good, as Medusa copies it from the cart. */
export const LINE_ITEMS = `
  insert into order_line_item (id, title, subtitle, thumbnail, variant_id, product_id,
         product_title, product_description, product_handle, variant_sku,
         variant_title, requires_shipping, is_discountable, is_tax_inclusive,
         unit_price, raw_unit_price, metadata, created_at, updated_at)
  select pg_temp.demo_id('ordli', demo_line.key, 'line'), product.title, variant.title,
         coalesce(variant.thumbnail, product.thumbnail), variant.id, product.id,
         product.title, product.description, product.handle, variant.sku,
         variant.title, true, product.discountable, false, price.amount,
         pg_temp.demo_raw(price.amount), '{}', placed_at, placed_at
    from demo_line
    join demo_order on demo_order.key = demo_line.order_key
    join product_variant as variant on variant.sku = demo_line.sku and variant.deleted_at is null
    join product on product.id = variant.product_id
    join product_variant_price_set as link on link.variant_id = variant.id and link.deleted_at is null
    join price on price.price_set_id = link.price_set_id
     and price.currency_code = 'usd' and price.price_list_id is null and price.deleted_at is null`

const COUNTED = [
  "shipped_quantity",
  "return_requested_quantity",
  "return_received_quantity",
  "return_dismissed_quantity",
  "written_off_quantity",
]

/** Quantities of each version: placed, fulfilled, delivered. Only later versions repeat the price. */
export const ITEMS = `
  insert into order_item (id, order_id, version, item_id, quantity, raw_quantity,
         fulfilled_quantity, raw_fulfilled_quantity, delivered_quantity,
         raw_delivered_quantity, ${COUNTED.join(", ")},
         unit_price, raw_unit_price, metadata, created_at, updated_at)
  select pg_temp.demo_id('orditem', demo_line.key, version::text), 'order_' || order_key,
         version, line.id, quantity, pg_temp.demo_raw(quantity),
         fulfilled, pg_temp.demo_raw(fulfilled), delivered, pg_temp.demo_raw(delivered),
         ${COUNTED.map(() => "0").join(", ")},
         case when version > 1 then line.unit_price end,
         case when version > 1 then line.raw_unit_price end, '{}', at, at
    from demo_line
    join demo_order on demo_order.key = order_key
    join order_line_item as line on line.id = pg_temp.demo_id('ordli', demo_line.key, 'line')
   cross join generate_series(1, 3) as version
   cross join lateral (
     select case when version > 1 then quantity else 0 end as fulfilled,
            case when version > 2 then quantity else 0 end as delivered,
            case version when 1 then placed_at when 2 then packed_at else delivered_at end as at
   ) as then_`

/** Who changed the order after it was placed: packed by the owner, then delivered. Value: the owner. */
export const CHANGES = `
  insert into order_change (id, order_id, version, status, created_by, confirmed_at,
         created_at, updated_at)
  select pg_temp.demo_id('ordch', key, version::text), 'order_' || key, version, 'confirmed',
         case version when 2 then ? end, at, at, at
    from demo_order
   cross join generate_series(2, 3) as version
   cross join lateral (select case version when 2 then packed_at else delivered_at end as at) as then_`

export const CHANGE_ACTIONS = `
  insert into order_change_action (id, order_id, version, order_change_id, reference,
         reference_id, action, details, applied, created_at, updated_at)
  select pg_temp.demo_id('ordchact', demo_line.key, version::text), 'order_' || order_key, version,
         pg_temp.demo_id('ordch', order_key, version::text), 'fulfillment',
         pg_temp.demo_id('ful', order_key, 'fulfillment'),
         case version when 2 then 'FULFILL_ITEM' else 'DELIVER_ITEM' end,
         jsonb_build_object('quantity', trim_scale(quantity),
           'reference_id', pg_temp.demo_id('ordli', demo_line.key, 'line')),
         true, at, at
    from demo_line
    join demo_order on demo_order.key = order_key
   cross join generate_series(2, 3) as version
   cross join lateral (select case version when 2 then packed_at else delivered_at end as at) as then_
   order by placed_at, version`
