import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import {
  cashLimit,
  CashLimitReason,
  CustomerStanding,
  isAboveLimit,
  standingOf,
} from "../../modules/delivery/domain/cash-limit"
import { cartDeliveryFacts } from "./cart-facts"
import { deliveryService } from "./module"

/** What somebody ordered before this many orders says little about today. */
const ORDERS_LOOKED_AT = 200

/** Fields of a cart that `findCashRefusal` reads. */
export const CART_CASH_FIELDS = [
  "id",
  "currency_code",
  "total",
  "customer.id",
  "customer.has_account",
  "shipping_address.*",
  "shipping_methods.amount",
  "shipping_methods.data",
]

const cartSchema = z.looseObject({
  id: z.string(),
  currency_code: z.string(),
  total: z.coerce.number(),
  customer: z
    .looseObject({ id: z.string(), has_account: z.boolean() })
    .nullish(),
})

export type CashRefusal = {
  limit: number
  reason: CashLimitReason
  currency_code: string
  message: string
}

/**
 * Why a cart may not be paid in cash; null when it may.
 *
 * @param cart - with the fields of `CART_CASH_FIELDS`
 */
export async function findCashRefusal(
  cart: unknown,
  container: MedusaContainer
): Promise<CashRefusal | null> {
  const { total, currency_code, customer } = cartSchema.parse(cart)
  const delivery = deliveryService(container)
  const applied = cashLimit(
    await delivery.retrieveCashPolicy(),
    await districtLimit(cart, container),
    await customerStanding(customer ?? null, container)
  )
  return applied && isAboveLimit(total, applied.limit)
    ? {
        ...applied,
        currency_code,
        message: messageOf(applied, currency_code),
      }
    : null
}

async function districtLimit(
  cart: unknown,
  container: MedusaContainer
): Promise<number | null> {
  const { address } = cartDeliveryFacts(cart)
  const delivery = deliveryService(container)
  const district = address ? await delivery.resolveDistrict(address) : null
  if (!district) {
    return null
  }
  const { cash_limit } = await delivery.retrieveDeliveryDistrict(district.id, {
    select: ["id", "cash_limit"],
  })
  return cash_limit === null ? null : Number(cash_limit)
}

const ordersSchema = z.array(z.object({ id: z.string() }))

/** Somebody without a customer record is a guest who never ordered. */
async function customerStanding(
  customer: { id: string; has_account: boolean } | null,
  container: MedusaContainer
): Promise<CustomerStanding> {
  if (!customer) {
    return standingOf(false, [])
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: { customer_id: customer.id },
    pagination: { take: ORDERS_LOOKED_AT, skip: 0, order: { id: "DESC" } },
  })
  const orders = ordersSchema.parse(data)
  const outcomes = await deliveryService(container).listDeliveryOutcomes(
    orders.map(({ id }) => id)
  )
  return standingOf(customer.has_account, outcomes)
}

function messageOf(
  { limit, reason }: { limit: number; reason: CashLimitReason },
  currencyCode: string
): string {
  if (limit <= 0) {
    return `${NEVER[reason]} Choose another way to pay.`
  }
  const most = new Intl.NumberFormat("en", {
    style: "currency",
    currency: currencyCode.toUpperCase(),
  }).format(limit)
  return `${UP_TO[reason]} up to ${most}. Choose another way to pay, or order less.`
}

const NEVER: Record<CashLimitReason, string> = {
  shop: "No cash is taken at the door.",
  district: "No cash is taken at the door in your district.",
  guest: "Cash at the door is for customers with an account.",
  new_customer: "No cash is taken at the door for a first order.",
  failed_deliveries:
    "No cash is taken at the door after deliveries that could not be handed over.",
}

const UP_TO: Record<CashLimitReason, string> = {
  shop: "Cash at the door is possible",
  district: "In your district cash at the door is possible",
  guest: "Without an account cash at the door is possible",
  new_customer: "For new customers cash at the door is possible",
  failed_deliveries: "Cash at the door is possible",
}
