import type { TFunction } from "i18next"
import { z } from "zod"

const MOST_POINTS = 10_000_000
const LONGEST_REASON = 500

/**
 * The adjust form, whose number is text as typed.
 *
 * @param total - what the customer has; no more than that can be taken
 */
export const createAdjustSchema = (
  t: TFunction<"cornerstore">,
  total: number
) =>
  z
    .object({
      direction: z.enum(["give", "take"]),
      points: z
        .string()
        .trim()
        .refine(
          (text) =>
            /^\d+$/.test(text) &&
            Number(text) > 0 &&
            Number(text) <= MOST_POINTS,
          t("loyalty.adjust.errors.points")
        ),
      reason: z
        .string()
        .trim()
        .min(1, t("loyalty.adjust.errors.reason"))
        .max(LONGEST_REASON, t("loyalty.adjust.errors.long")),
    })
    .refine(
      ({ direction, points }) =>
        direction === "give" || Number(points) <= Math.max(0, total),
      {
        path: ["points"],
        message: t("loyalty.adjust.errors.less", { count: Math.max(0, total) }),
      }
    )

export type AdjustValues = z.infer<ReturnType<typeof createAdjustSchema>>

/** Points with their sign; the values must have passed the schema. */
export function toSignedPoints({ direction, points }: AdjustValues): number {
  return direction === "give" ? Number(points) : -Number(points)
}
