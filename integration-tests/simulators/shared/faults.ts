import { z } from "@medusajs/framework/zod"

/** Bodies an error may have; what each looks like is the vendor's part. */
const shapeSchema = z.enum([
  "empty",
  "text",
  "bad_request",
  "validation",
  "problem",
])
export type ErrorShape = z.infer<typeof shapeSchema>

const actionSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("status"),
    status: z.int().min(400).max(599),
    /** The vendor's usual body for the status when left out. */
    shape: shapeSchema.optional(),
    /** Seconds, or `date` for an HTTP date; no header when left out. */
    retry_after: z
      .union([z.int().min(0), z.strictObject({ date_in: z.int().min(0) })])
      .optional(),
  }),
  z.strictObject({ kind: z.literal("delay"), ms: z.int().min(0) }),
  z.strictObject({
    kind: z.enum([
      "hang",
      "reset",
      "commit_then_timeout",
      "commit_then_reset",
      "commit_then_500",
      "truncated",
      "html",
      "wrong_content_type",
      "empty_array",
      "pascal_case",
    ]),
  }),
])
export type FaultAction = z.infer<typeof actionSchema>

export const faultRuleSchema = z.strictObject({
  match: z
    .strictObject({
      method: z.string().toUpperCase().optional(),
      /** Case does not matter; a `*` at the end takes all below. */
      path: z.string().startsWith("/").optional(),
      /** Only from the nth matching request on, counted from 1. */
      nth: z.int().min(1).default(1),
    })
    .default({ nth: 1 }),
  /** How many requests it meets; null for every one until it is removed. */
  times: z.int().min(1).nullable().default(1),
  action: actionSchema,
})
export type FaultRule = z.infer<typeof faultRuleSchema>

export type ListedFault = FaultRule & { id: string; seen: number; met: number }

/** Rules in the order they came; a request meets the first that applies. */
export class FaultQueue {
  private rules: ListedFault[] = []
  private next = 1

  add(rules: FaultRule[]): ListedFault[] {
    const added = rules.map((rule) => ({
      ...rule,
      id: `fault_${this.next++}`,
      seen: 0,
      met: 0,
    }))
    this.rules.push(...added)
    return added
  }

  list(): ListedFault[] {
    return this.rules
  }

  clear(): void {
    this.rules = []
  }

  /** The action for a request; counts it against every rule it matches. */
  take(request: { method: string; path: string }): FaultAction | undefined {
    let found: FaultAction | undefined
    for (const rule of this.rules) {
      if (!matches(rule, request)) {
        continue
      }
      rule.seen += 1
      const left = rule.times === null || rule.met < rule.times
      if (!found && left && rule.seen >= rule.match.nth) {
        rule.met += 1
        found = rule.action
      }
    }
    return found
  }
}

function matches(
  { match }: FaultRule,
  { method, path }: { method: string; path: string }
): boolean {
  if (match.method && match.method !== method) {
    return false
  }
  if (!match.path) {
    return true
  }
  const wanted = match.path.toLowerCase()
  return wanted.endsWith("*")
    ? path.toLowerCase().startsWith(wanted.slice(0, -1))
    : path.toLowerCase() === wanted
}
