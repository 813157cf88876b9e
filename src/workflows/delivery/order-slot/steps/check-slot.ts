import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import {
  PRODUCTS_NOT_THAT_DAY,
  SLOT_CHANGE_CLOSED,
  SLOT_NOT_OF_ADDRESS,
} from "../../../../modules/delivery/domain/refusals"
import { termsRefusal } from "../../../../modules/delivery/domain/slot-offer"
import type { OfferedSlotRow } from "../../../../modules/delivery/queries/slots"
import { buyerOf, priceOf } from "../../goods"
import { deliveryService } from "../../module"
import { districtOfAddress } from "../../resolve-district"
import { readSlotOrder, SlotOrder } from "../read-order"
import { refusedProductsOf } from "../refused-products"

/** Who chooses a slot: what binds a customer does not bind the shop. */
export type ChosenBy = "customer" | "shop"

/**
 * Reads an order and the slot that is chosen for it. What the slot holds is
 * asked only where it is taken, in that transaction.
 *
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code of `domain/refusals`
 */
export async function checkSlotOfOrder(
  {
    order_id,
    slot_id,
    by,
  }: { order_id: string; slot_id: string; by: ChosenBy },
  now: Date,
  container: MedusaContainer
): Promise<{ order: SlotOrder; slot: OfferedSlotRow }> {
  const order = await readSlotOrder(order_id, container)
  if (order.is_canceled) {
    throw refuse(
      SLOT_CHANGE_CLOSED,
      `Order ${order_id} is canceled: it needs no delivery slot.`
    )
  }
  const slot = await deliveryService(container).retrieveSlot(slot_id)
  if (!slot) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Delivery slot ${slot_id} does not exist. List the order's slots and choose one of them.`
    )
  }
  if (slot.ends_at <= now) {
    throw refuse(
      SLOT_CHANGE_CLOSED,
      `Delivery slot ${slot_id} is over since ${slot.ends_at.toISOString()}. Choose a later one.`
    )
  }
  await assertOfAddress(order, slot, container)
  await assertProducts(order, slot, container)
  if (by === "customer") {
    assertTerms(order, slot, now)
  }
  return { order, slot }
}

async function assertOfAddress(
  { order_id, address }: SlotOrder,
  slot: OfferedSlotRow,
  container: MedusaContainer
): Promise<void> {
  const district = address ? await districtOfAddress(address, container) : null
  if (district?.id !== slot.district_id) {
    throw refuse(
      SLOT_NOT_OF_ADDRESS,
      `Delivery slot ${slot.id} is not for the address of order ${order_id}${district ? `, which is in ${district.name}` : ""}. List the order's slots and choose one of them.`
    )
  }
}

/** How many are left is asked where they are taken. */
async function assertProducts(
  order: SlotOrder,
  { id, date }: OfferedSlotRow,
  container: MedusaContainer
): Promise<void> {
  const refusedOn = await refusedProductsOf(
    order,
    { from: date, to: date, booked: date },
    container
  )
  const refused = refusedOn(date).map(({ product_id }) => product_id)
  if (refused.length) {
    throw refuse(
      PRODUCTS_NOT_THAT_DAY,
      `Not all products of order ${order.order_id} are delivered on the day of slot ${id}: ${refused.join(", ")}. Choose another day.`
    )
  }
}

function assertTerms(order: SlotOrder, slot: OfferedSlotRow, now: Date): void {
  const buyer = buyerOf(order)
  const refusal = termsRefusal(slot, buyer, now)
  if (refusal) {
    throw refuse(refusal.code, refusal.message)
  }
  const charged = order.charged ?? 0
  if (priceOf(slot, buyer, order.currency_code) > charged) {
    throw refuse(
      SLOT_CHANGE_CLOSED,
      `Delivery slot ${slot.id} costs more than the ${charged} ${order.currency_code.toUpperCase()} paid for delivery. Choose another slot, or ask the shop.`
    )
  }
}

const refuse = (code: string, message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
