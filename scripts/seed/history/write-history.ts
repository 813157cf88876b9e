import type { SeedContext } from "../context"
import { createFunctions } from "../sql/functions"
import { inTransaction, type Sql } from "../sql/transaction"
import type { HistoryShop } from "./read-shop"
import { type Staged, stageHistory } from "./stage"
import * as fulfillments from "./statements/fulfillments"
import * as items from "./statements/items"
import * as orders from "./statements/orders"
import * as payments from "./statements/payments"
import * as slots from "./statements/slots"

/**
 * Writes the orders of the past as Medusa would have left them behind: placed,
 * charged, packed, delivered. All of them or none.
 *
 * @returns how many orders were written; null when they were there already
 */
export function writeHistory(
  { container }: SeedContext,
  staged: Staged
): Promise<number | null> {
  return inTransaction(container, async (sql) => {
    await createFunctions(sql)
    const count = await stageHistory(sql, staged)
    if (await isWritten(sql)) {
      return null
    }
    await writeRows(sql, staged.shop)
    return count
  })
}

/** The ids are the same each time the seed runs on one day. */
async function isWritten(sql: Sql): Promise<boolean> {
  const found = await sql(
    `select 1 from "order" join demo_order on "order".id = 'order_' || key limit 1`
  )
  return found.length > 0
}

async function writeRows(sql: Sql, shop: HistoryShop): Promise<void> {
  const { shipping_option: option, owner_id } = shop
  await sql(slots.SLOTS)
  await sql(orders.ADDRESSES)
  await sql(orders.ORDERS, [shop.region_id, shop.sales_channel_id])
  await sql(items.LINE_ITEMS)
  await sql(items.ITEMS)
  await sql(orders.SUMMARIES)
  await sql(orders.TRANSACTIONS)
  await sql(fulfillments.SHIPPING_METHODS, [option.name, option.id])
  await sql(fulfillments.SHIPPING_VERSIONS)
  await sql(fulfillments.FULFILLMENT_ADDRESSES)
  await sql(fulfillments.FULFILLMENTS, [
    shop.location_id,
    option.provider_id,
    option.id,
    owner_id,
  ])
  await sql(fulfillments.FULFILLMENT_ITEMS)
  await sql(fulfillments.FULFILLMENT_LINKS)
  await sql(items.CHANGES, [owner_id])
  await sql(items.CHANGE_ACTIONS)
  await sql(payments.PAYMENT_COLLECTIONS)
  await sql(payments.PAYMENT_SESSIONS)
  await sql(payments.PAYMENTS)
  await sql(payments.CAPTURES)
  await sql(payments.PAYMENT_LINKS)
  await sql(slots.BOOKINGS)
}
