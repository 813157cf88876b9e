import { INotificationModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { OutboxHandler, UndeliverableError } from "../../../lib/outbox"

export const NOTIFY_OWNER = "notify-owner"

const payloadSchema = z.object({
  title: z.string().min(1),
  description: z.string().optional(),
})

/** What the owner reads under the bell of the dashboard. */
export type NotifyOwnerPayload = z.infer<typeof payloadSchema>

/**
 * Puts a line into the dashboard's feed (the bell at the top). Medusa keeps
 * one notification per idempotency key, so a repeated send adds nothing.
 */
export const notifyOwnerHandler: OutboxHandler = {
  kind: NOTIFY_OWNER,
  maxAttempts: 10,
  timeoutMs: 10_000,
  async send({ payload }, { container, idempotencyKey }) {
    const parsed = payloadSchema.safeParse(payload)
    if (!parsed.success) {
      throw new UndeliverableError(
        `Wrong payload: ${parsed.error.issues[0]?.path.join(".")} ${parsed.error.issues[0]?.message}`
      )
    }
    const notifications = container.resolve<INotificationModuleService>(
      Modules.NOTIFICATION
    )
    const [created] = await notifications.createNotifications([
      {
        // The feed of every dashboard user asks for the empty address.
        to: "",
        channel: "feed",
        template: "admin-ui",
        data: parsed.data,
        idempotency_key: idempotencyKey,
      },
    ])
    return { notification_id: created?.id ?? null }
  },
}
