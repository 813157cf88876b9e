import {
  ConfigModule,
  INotificationModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { OutboxHandler, UndeliverableError } from "../../../lib/outbox"

export const NOTIFY_CUSTOMER = "notify-customer"

const CHANNEL = "email"

const payloadSchema = z.object({
  order_id: z.string().min(1),
  /** The provider's template. */
  template: z.string().min(1),
  data: z.record(z.string(), z.unknown()),
})

/** What the customer of an order is told. The address is looked up when it is sent, so it is not kept twice. */
export type NotifyCustomerPayload = z.infer<typeof payloadSchema>

const orderSchema = z.object({
  display_id: z.coerce.number(),
  email: z.string().nullish(),
})

/**
 * Writes to the customer of an order, through the provider that the shop has
 * configured for the channel `email`. Medusa keeps one notification per
 * idempotency key, so a repeated send adds nothing.
 */
export const notifyCustomerHandler: OutboxHandler = {
  kind: NOTIFY_CUSTOMER,
  maxAttempts: 10,
  timeoutMs: 30_000,
  async send({ payload }, { container, idempotencyKey }) {
    const parsed = payloadSchema.safeParse(payload)
    if (!parsed.success) {
      throw new UndeliverableError(
        `Wrong payload: ${parsed.error.issues[0]?.path.join(".")} ${parsed.error.issues[0]?.message}`
      )
    }
    const { order_id, template, data } = parsed.data
    const order = await readOrder(order_id, container)
    if (!order?.email) {
      throw new UndeliverableError(
        `Order ${order_id} has no e-mail address: call the customer.`
      )
    }
    const notifications = container.resolve<INotificationModuleService>(
      Modules.NOTIFICATION
    )
    const [created] = await notifications.createNotifications([
      {
        to: order.email,
        channel: CHANNEL,
        template,
        data: { ...data, order_id, order_display_id: order.display_id },
        resource_type: "order",
        resource_id: order_id,
        idempotency_key: idempotencyKey,
      },
    ])
    return { notification_id: created?.id ?? null }
  },
}

async function readOrder(id: string, container: MedusaContainer) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [order],
  } = await query.graph({
    entity: "order",
    fields: ["id", "display_id", "email"],
    filters: { id },
  })
  return order ? orderSchema.parse(order) : null
}

const providersSchema = z.object({
  options: z.object({
    providers: z.array(
      z.object({ options: z.object({ channels: z.array(z.string()) }) })
    ),
  }),
})

/** Whether the shop has configured a provider that writes e-mails. */
export function canWriteEmails(container: MedusaContainer): boolean {
  const { modules } = container.resolve<ConfigModule>(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const parsed = providersSchema.safeParse(modules?.[Modules.NOTIFICATION])
  return (
    parsed.success &&
    parsed.data.options.providers.some(({ options }) =>
      options.channels.includes(CHANNEL)
    )
  )
}
