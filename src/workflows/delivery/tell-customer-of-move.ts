import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { getCurrentOptions } from "../../lib/current-options"
import type {
  StoredMove,
  ToldBy,
} from "../../modules/delivery/domain/grouping-moves"
import { RUNTIME_MODULE } from "../../modules/runtime"
import RuntimeModuleService from "../../modules/runtime/service"
import {
  canWriteEmails,
  NOTIFY_CUSTOMER,
  NotifyCustomerPayload,
} from "../runtime/outbox/notify-customer"

/** The template that a shop's e-mail provider needs for it. */
export const DELIVERY_MOVED_TEMPLATE = "cornerstore-delivery-moved"

const orderSchema = z.object({ email: z.string().nullish() })

/**
 * Has the customer of a moved delivery told: by e-mail where the shop has a
 * provider for it and the order an address, once per proposal and booking.
 * Else the shop has to call, and the proposal's page says whom.
 */
export async function tellCustomerOfMove(
  groupingId: string,
  { booking_id, order_id, from, to }: StoredMove,
  container: MedusaContainer
): Promise<ToldBy> {
  if (!canWriteEmails(container) || !(await hasEmail(order_id, container))) {
    return "call"
  }
  const payload: NotifyCustomerPayload = {
    order_id,
    template: DELIVERY_MOVED_TEMPLATE,
    data: { from, to, time_zone: getCurrentOptions().timeZone },
  }
  const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  await runtime.enqueueOutboxMessages([
    {
      kind: NOTIFY_CUSTOMER,
      key: `delivery-grouped:${groupingId}:${booking_id}`,
      payload,
    },
  ])
  return "email"
}

async function hasEmail(
  orderId: string,
  container: MedusaContainer
): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [order],
  } = await query.graph({
    entity: "order",
    fields: ["id", "email"],
    filters: { id: orderId },
  })
  return Boolean(order && orderSchema.parse(order).email)
}
