import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { DateTime } from "luxon"

import { getCurrentOptions } from "../../../../lib/current-options"
import type { EnqueueOutboxInput } from "../../../runtime/steps/enqueue-outbox"
import { deliveryService } from "../../module"
import type { ToldMove } from "../audit"

const ordersSchema = z.array(
  z.object({ id: z.string(), display_id: z.coerce.number() })
)
const slotsSchema = z.array(
  z.object({
    id: z.string(),
    starts_at: z.coerce.date(),
    ends_at: z.coerce.date(),
  })
)

/**
 * What the owner reads in the notification feed about customers' changes of
 * slot; nothing about those of the shop. No personal data: the feed is kept.
 */
export const describeMovesStep = createStep(
  "describe-moves",
  async ({ moves }: { moves: ToldMove[] }, { container }) => {
    const told = moves.filter(({ actor_type }) => actor_type === "customer")
    if (!told.length) {
      return new StepResponse<EnqueueOutboxInput[]>([])
    }
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "order",
      fields: ["id", "display_id"],
      filters: { id: told.map(({ order_id }) => order_id) },
    })
    const numbers = new Map(
      ordersSchema.parse(data).map(({ id, display_id }) => [id, display_id])
    )
    const ids = told.flatMap((move) => [move.from_slot_id, move.to_slot_id])
    const slots = new Map(
      slotsSchema
        .parse(
          await deliveryService(container).listDeliverySlots(
            { id: ids },
            { take: ids.length, select: ["id", "starts_at", "ends_at"] }
          )
        )
        .map((slot) => [slot.id, inWords(slot)])
    )
    return new StepResponse<EnqueueOutboxInput[]>(
      told.map((move) => ({
        kind: "notify-owner",
        key: `delivery-moved:${move.id}`,
        payload: {
          title: `The customer moved the delivery of order #${numbers.get(move.order_id)}`,
          description: `${slots.get(move.from_slot_id)} → ${slots.get(move.to_slot_id)}`,
        },
      }))
    )
  }
)

function inWords(slot: { starts_at: Date; ends_at: Date }): string {
  const zone = getCurrentOptions().timeZone
  const [start, end] = [slot.starts_at, slot.ends_at].map((instant) =>
    DateTime.fromJSDate(new Date(instant), { zone })
  )
  return `${start.toFormat("ccc d LLL, HH:mm")}–${end.toFormat("HH:mm")}`
}
