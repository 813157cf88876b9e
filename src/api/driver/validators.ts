import { z } from "@medusajs/framework/zod"

import type { DriverAction } from "../../modules/delivery/domain/driver-action"
import { FAILURE_REASONS } from "../../modules/delivery/domain/route-status"

const stop_id = z.string().min(1).max(100)
/** Made up by the phone for each tap; random enough not to come twice. */
const key = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/, "8 to 64 letters, digits, - and _")

/** Body of `POST /driver/:token/actions`. */
export const DriverActionBody = z.discriminatedUnion("kind", [
  z.object({ key, kind: z.literal("start") }).strict(),
  z.object({ key, kind: z.literal("arrived"), stop_id }).strict(),
  z
    .object({
      key,
      kind: z.literal("delivered"),
      stop_id,
      cash: z
        .object({
          /** Major units. */
          tendered: z.number().min(0).max(10_000_000),
          short_confirmed: z.boolean().default(false),
        })
        .strict()
        .nullish(),
    })
    .strict(),
  z
    .object({
      key,
      kind: z.literal("failed"),
      stop_id,
      reason: z.enum(FAILURE_REASONS),
      note: z.string().trim().max(500).nullish(),
    })
    .strict(),
  z.object({ key, kind: z.literal("reopen"), stop_id }).strict(),
])

/** The action in a body, apart from its key. */
export function toDriverAction(
  body: z.infer<typeof DriverActionBody>
): DriverAction {
  switch (body.kind) {
    case "start":
      return { kind: body.kind }
    case "delivered":
      return { kind: body.kind, stop_id: body.stop_id, cash: body.cash ?? null }
    case "failed":
      return {
        kind: body.kind,
        stop_id: body.stop_id,
        reason: body.reason,
        note: body.note || null,
      }
    default:
      return { kind: body.kind, stop_id: body.stop_id }
  }
}
