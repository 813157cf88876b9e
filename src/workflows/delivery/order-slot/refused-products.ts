import { MedusaContainer } from "@medusajs/framework/types"

import { demandOf } from "../../../modules/delivery/domain/demand"
import { LocalDate } from "../../../modules/delivery/domain/local-time"
import {
  productsThatRefuse,
  RefusedProduct,
} from "../../../modules/delivery/domain/product-days"
import { deliveryService } from "../module"
import { SlotOrder } from "./read-order"

/**
 * Which products keep an order from a day: by their rule, counted from the day
 * it was placed, or because not as many are left. On the day it has now only the
 * rule is asked, since its own pieces are among those sold.
 *
 * @param range - days that will be asked about
 */
export async function refusedProductsOf(
  { lines, ordered_on }: SlotOrder,
  range: { from: LocalDate; to: LocalDate; booked: LocalDate | null },
  container: MedusaContainer
): Promise<(date: LocalDate) => RefusedProduct[]> {
  const { products } = demandOf(lines, 0)
  const known = await deliveryService(container).listProductDays({
    product_ids: products.map(({ product_id }) => product_id),
    from: range.from,
    to: range.to,
  })
  return (date) =>
    productsThatRefuse(products, known, date, ordered_on).filter(
      ({ reason }) => reason !== "sold_out" || date !== range.booked
    )
}
