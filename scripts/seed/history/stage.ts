import { weekdayOf } from "../../../src/modules/delivery/domain/local-time"
import type { People } from "../customers/people"
import type { Sql } from "../sql/transaction"
import { TIMES } from "../windows"
import type { DatedOrder } from "./dated-order"
import { type HistoryShop, windowKey } from "./read-shop"
import { slotCalendar, type SlotOn } from "./slot-calendar"
import type { TrackingSecret } from "./tracking-secret"

/** What the orders of the history are made from. */
export type Staged = People & {
  shop: HistoryShop
  orders: readonly DatedOrder[]
  zone: string
  /** Makes the secret of one tracking link. */
  newSecret: (slotEnds: Date) => TrackingSecret
}

/**
 * Puts orders, lines and slots into tables of this transaction, from which the
 * statements beside this file make Medusa's rows. An order whose address no
 * district covers, or whose window is gone, is left out.
 *
 * @returns how many orders are staged
 */
export async function stageHistory(sql: Sql, staged: Staged): Promise<number> {
  const slotOn = slotCalendar(staged.zone)
  const orders = staged.orders.flatMap((order) =>
    stagedOrder(order, staged, slotOn)
  )
  await sql(
    `
    create temporary table demo_order on commit drop as
    select * from jsonb_to_recordset(?::jsonb) as staged(
      key text, customer_id text, email text, first_name text, last_name text,
      phone text, address_1 text, address_2 text, city text, province text,
      postal_code text, country_code text, metadata jsonb,
      placed_at timestamptz, packed_at timestamptz, delivered_at timestamptz,
      captured_at timestamptz, cash boolean, provider_id text,
      total numeric, shipping numeric, window_id text, date text,
      token_hash text, token text, token_expires_at timestamptz)`,
    [JSON.stringify(orders.map(({ row }) => row))]
  )
  await sql(
    `
    create temporary table demo_line on commit drop as
    select * from jsonb_to_recordset(?::jsonb) as staged(
      order_key text, key text, sku text, quantity numeric)`,
    [JSON.stringify(orders.flatMap(({ lines }) => lines))]
  )
  await sql(
    `
    create temporary table demo_slot on commit drop as
    select distinct on (window_id, date) *
      from jsonb_to_recordset(?::jsonb) as staged(
      window_id text, date text, district_id text, starts_at timestamptz,
      ends_at timestamptz, cutoff_at timestamptz, capacity_orders int,
      price numeric)`,
    [JSON.stringify(orders.map(({ slot }) => slot))]
  )
  await sql("analyze demo_order")
  await sql("analyze demo_line")
  return orders.length
}

function stagedOrder(
  order: DatedOrder,
  { shop, customers, customerIds, newSecret }: Staged,
  slotOn: SlotOn
) {
  const { email, first_name, last_name, phone, address } =
    customers[order.customer]
  const districtId = shop.districts.get(email)
  const { date } = order.slot
  const time = TIMES[order.slot.window]
  const windowId = districtId
    ? shop.windows.get(windowKey(districtId, weekdayOf(date), time.starts_at))
    : undefined
  if (!districtId || !windowId) {
    return []
  }
  const slot = slotOn({
    date,
    window: order.slot.window,
    window_id: windowId,
    district_id: districtId,
  })
  const { lines, slot: _, customer: _customer, ...own } = order
  return [
    {
      slot,
      lines: lines.map((line, index) => ({
        ...line,
        order_key: order.key,
        key: `${order.key}${index}`,
      })),
      row: {
        ...own,
        email,
        first_name,
        last_name,
        phone,
        date,
        ...address,
        ...newSecret(slot.ends_at),
        customer_id: customerIds.get(email),
        provider_id: order.cash ? shop.cash_provider_id : shop.card_provider_id,
        window_id: windowId,
      },
    },
  ]
}
