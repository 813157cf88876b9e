import { defaultCurrencies } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import {
  Demand,
  demandOf,
  GoodsLine,
  goodsValue,
} from "../../modules/delivery/domain/demand"
import { Buyer, slotPrice } from "../../modules/delivery/domain/slot-price"
import type { OfferedSlotRow } from "../../modules/delivery/queries/slots"
import { deliveryRates } from "./rates-schema"

/** Fields of a cart that `goodsLines` reads. */
export const GOODS_FIELDS = [
  "items.product_id",
  "items.quantity",
  "items.unit_price",
  "items.variant.weight",
  "items.product.weight",
]

/** The same of an order, whose quantities lie elsewhere. */
export const ORDER_GOODS_FIELDS = [...GOODS_FIELDS, "items.detail.quantity"]

/** Absent, null, text or Medusa's BigNumber; the weight of nothing is nothing. */
const weight = z
  .unknown()
  .transform((value) => (value ? Math.max(0, Number(value)) || 0 : 0))

const itemsSchema = z.array(
  z
    .looseObject({
      product_id: z.string().nullish(),
      quantity: z.coerce.number().optional(),
      unit_price: z.coerce.number().default(0),
      detail: z.looseObject({ quantity: z.coerce.number() }).nullish(),
      variant: z.looseObject({ weight }).nullish(),
      product: z.looseObject({ weight }).nullish(),
    })
    .nullable()
)

/**
 * The lines of a cart or an order as Medusa returns it.
 *
 * @param items - with `GOODS_FIELDS` or `ORDER_GOODS_FIELDS`; none when they were not asked for
 */
export function goodsLines(items: unknown): GoodsLine[] {
  return itemsSchema.parse(items ?? []).flatMap((item) =>
    item
      ? {
          product_id: item.product_id ?? null,
          quantity: item.detail?.quantity ?? item.quantity ?? 0,
          unit_price: item.unit_price,
          weight_grams: item.variant?.weight || item.product?.weight || 0,
        }
      : []
  )
}

type Goods = { lines: GoodsLine[]; customer_group_ids: string[] }

/** What of a cart or an order decides what a delivery costs and who may have it. */
export const buyerOf = ({ lines, customer_group_ids }: Goods): Buyer => ({
  goods_value: goodsValue(lines),
  weight_grams: demandOf(lines, 0).weight_grams,
  customer_group_ids,
})

/** What a cart or an order takes of a slot. */
export const demandIn = (slot: OfferedSlotRow, { lines }: Goods): Demand =>
  demandOf(lines, slot.district.stop_minutes)

/** What a buyer pays for a slot, major units of the currency. */
export const priceOf = (
  slot: OfferedSlotRow,
  buyer: Buyer,
  currencyCode: string
): number =>
  slotPrice(
    slot,
    deliveryRates(slot.district.rates),
    buyer,
    defaultCurrencies[currencyCode.toUpperCase()]?.decimal_digits ?? 2
  )
