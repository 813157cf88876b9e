import { z } from "@medusajs/framework/zod"

const refusalSchema = z.object({
  type: z.string(),
  code: z.string(),
  message: z.string(),
})

/** Body of a refusal, in the shape of Medusa's errors. */
export type Refusal = z.infer<typeof refusalSchema>

/**
 * How a refusal with a code is answered; null for every other error. Medusa
 * answers every NOT_ALLOWED with 400 and rewrites the sentence of a conflict;
 * who has to react needs to tell these apart and to show the reason.
 *
 * @param error - what the workflow failed with: a `MedusaError`, or its copy
 * when it came through Redis
 * @param statuses - HTTP status by code
 */
export function refusalOf(
  error: unknown,
  statuses: Readonly<Record<string, number>>
): { status: number; body: Refusal } | null {
  if (typeof error !== "object" || error === null) {
    return null
  }
  const { type, code, message } = error as Partial<Refusal>
  const parsed = refusalSchema.safeParse({ type, code, message })
  const status = parsed.success ? statuses[parsed.data.code] : undefined
  return parsed.success && status ? { status, body: parsed.data } : null
}
