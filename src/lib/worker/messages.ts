import { z } from "@medusajs/framework/zod"

/** What the parent gives a thread. */
export const threadDataSchema = z.object({
  /** Absolute path of the worker file, with extension. */
  file: z.string(),
  input: z.unknown(),
})
export type ThreadData = z.infer<typeof threadDataSchema>

/** What a thread answers, once. */
export const threadAnswerSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), output: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      message: z.string(),
      stack: z.string().optional(),
      /** Set when the worker threw a `MedusaError`. */
      type: z.string().optional(),
    }),
  }),
])
export type ThreadAnswer = z.infer<typeof threadAnswerSchema>

const thrownSchema = z.object({
  message: z.string(),
  stack: z.string().optional(),
  type: z.string().optional().catch(undefined),
})

/**
 * Makes anything thrown fit to travel: class and prototype would be lost on
 * the way, message, stack and Medusa's error type are not. Goes by shape, since
 * an error from another thread is no instance of this one's `Error`.
 */
export function describeError(
  thrown: unknown
): Extract<ThreadAnswer, { ok: false }>["error"] {
  const error = thrownSchema.safeParse(thrown)
  return error.success ? error.data : { message: String(thrown) }
}
