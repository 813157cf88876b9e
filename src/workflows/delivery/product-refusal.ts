import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { getCurrentOptions } from "../../lib/current-options"
import {
  LocalDate,
  toLocalDate,
} from "../../modules/delivery/domain/local-time"
import {
  ProductQuantity,
  productRefusal,
  productsThatRefuse,
} from "../../modules/delivery/domain/product-days"
import {
  PRODUCTS_NOT_THAT_DAY,
  PRODUCTS_SOLD_OUT,
} from "../../modules/delivery/domain/refusals"
import type { ProductsSoldOut } from "../../modules/delivery/queries/product-days"
import type { DeliverySlot } from "../../sdk/types"
import { deliveryService } from "./module"
import { facesOf } from "./product-days"

/**
 * The day from which the lead days of products count.
 *
 * @param heldForMinutes - how long ago the cart may have got its place: who
 * chose a time before midnight may complete after it
 */
export function orderDay(now: Date, heldForMinutes = 0): LocalDate {
  const since = new Date(now.getTime() - heldForMinutes * 60_000)
  return toLocalDate(since, getCurrentOptions().timeZone)
}

/**
 * Refuses a day on which some of the products are not delivered.
 *
 * @param date - the slot's day
 * @throws MedusaError NOT_ALLOWED `products_not_that_day`, naming them
 */
export async function assertProductsOfDay(
  products: readonly ProductQuantity[],
  date: LocalDate,
  orderedOn: LocalDate,
  container: MedusaContainer
): Promise<void> {
  const rules = await deliveryService(container).listProductRules(
    products.map(({ product_id }) => product_id)
  )
  const refused = [...rules].flatMap(([id, rule]) =>
    productRefusal(rule, date, orderedOn) ? [id] : []
  )
  if (refused.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `${await titlesOf(refused, container)} cannot be delivered on ${date}. Choose another day, or take that out of the cart.`,
      PRODUCTS_NOT_THAT_DAY
    )
  }
}

/**
 * Takes a place, and says in titles what the module says in ids when pieces of
 * some products are sold out.
 *
 * @throws what `take` throws
 */
export async function namingProducts<T>(
  take: () => Promise<T>,
  container: MedusaContainer
): Promise<T> {
  try {
    return await take()
  } catch (error) {
    if (!isSoldOut(error)) {
      throw error
    }
    const { day, product_ids } = error
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Not enough is left of ${await titlesOf(product_ids, container)} for ${day}. Choose another day, or fewer pieces.`,
      PRODUCTS_SOLD_OUT
    )
  }
}

const isSoldOut = (error: unknown): error is ProductsSoldOut =>
  error instanceof MedusaError &&
  error.code === PRODUCTS_SOLD_OUT &&
  "product_ids" in error

/**
 * Closes the slots of days on which the goods are not to be had, by their rules
 * or because fewer are left; one query for all days. What the cart holds itself
 * is not counted against it.
 */
export async function withProductDays(
  slots: DeliverySlot[],
  cart: { cart_id: string; products: readonly ProductQuantity[] },
  orderedOn: LocalDate,
  container: MedusaContainer
): Promise<DeliverySlot[]> {
  const { cart_id, products } = cart
  const dates = slots.map(({ date }) => date).sort()
  if (!dates.length || !products.length) {
    return slots
  }
  const known = await deliveryService(container).listProductDays({
    product_ids: products.map(({ product_id }) => product_id),
    from: dates[0],
    to: dates[dates.length - 1],
    cart_id,
  })
  return slots.map((slot) =>
    slot.state === "open" &&
    productsThatRefuse(products, known, slot.date, orderedOn).length
      ? { ...slot, state: "closed", reason: "products" }
      : slot
  )
}

async function titlesOf(
  productIds: readonly string[],
  container: MedusaContainer
): Promise<string> {
  const faces = await facesOf(productIds, container)
  return productIds.map((id) => faces.get(id)?.title ?? id).join(", ")
}
