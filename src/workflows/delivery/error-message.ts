import { z } from "@medusajs/framework/zod"

const errorSchema = z.object({ message: z.string() })

/** What an error says; a workflow throws plain copies of errors, which print as `[object Object]`. */
export function errorMessage(error: unknown): string {
  const parsed = errorSchema.safeParse(error)
  return parsed.success ? parsed.data.message : String(error)
}
