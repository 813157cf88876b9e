import { z } from "@medusajs/framework/zod"

import {
  CART_COMPLETED,
  SLOT_CLOSED,
  SLOT_FULL,
  SLOT_NOT_OF_ADDRESS,
} from "../../../modules/delivery/domain/refusals"

/**
 * Medusa answers every NOT_ALLOWED with 400 and rewrites the sentence of a
 * conflict; a storefront needs to tell these apart and to show the reason.
 */
const STATUS: Record<string, number> = {
  [SLOT_FULL]: 409,
  [SLOT_CLOSED]: 422,
  [SLOT_NOT_OF_ADDRESS]: 422,
  [CART_COMPLETED]: 409,
}

const refusalSchema = z.object({
  type: z.string(),
  code: z.string(),
  message: z.string(),
})

/** Body of a refusal, in the shape of Medusa's errors. */
export type Refusal = z.infer<typeof refusalSchema>

/**
 * How a refused slot is answered; null for every other error.
 *
 * @param error - what the workflow failed with: a `MedusaError`, or its copy
 * when it came through Redis
 */
export function refusalOf(
  error: unknown
): { status: number; body: Refusal } | null {
  if (typeof error !== "object" || error === null) {
    return null
  }
  const { type, code, message } = error as Partial<Refusal>
  const parsed = refusalSchema.safeParse({ type, code, message })
  const status = parsed.success ? STATUS[parsed.data.code] : undefined
  return parsed.success && status ? { status, body: parsed.data } : null
}
