import { z } from "@medusajs/framework/zod"

/**
 * How sure it is that the vendor behaves so: in its own text, in two texts of
 * its own that disagree, in somebody's client, in a third party's description,
 * or in none.
 */
export type Basis =
  "documented" | "contradictory" | "seen" | "secondary" | "assumed"

/** A switch as `GET /__sim/switches` shows it. */
export type ListedSwitch = {
  value: unknown
  /** The words it takes; a number or null when left out. */
  values?: readonly unknown[]
  basis: Basis
  about: string
}

/** A switch among words; the first is the one it starts with. */
export function choice<const Word extends string>(
  words: readonly [Word, ...Word[]],
  basis: Basis,
  about: string
) {
  return z
    .enum(words)
    .default(() => words[0])
    .meta({ values: words, basis, about })
}

/** A switch that is an amount of something, or null for "not at all". */
export function amount(fallback: number | null, basis: Basis, about: string) {
  return z.number().min(0).nullable().default(fallback).meta({ basis, about })
}

/** Every switch with its value, what it may be and how sure it is. */
export function listSwitches(
  schema: z.ZodObject,
  values: Record<string, unknown>
): Record<string, ListedSwitch> {
  const described = z.object({
    values: z.array(z.unknown()).optional(),
    basis: z.custom<Basis>((basis) => typeof basis === "string"),
    about: z.string(),
  })
  return Object.fromEntries(
    Object.entries(schema.shape).map(([name, one]) => {
      const meta = described.parse(z.globalRegistry.get(one))
      return [name, { value: values[name], ...meta }]
    })
  )
}
