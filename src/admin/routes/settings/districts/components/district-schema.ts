import type { TFunction } from "i18next"
import { z } from "zod"

import type { AdminDistrict } from "../../../../../sdk/types"
import type { DistrictInput } from "../../../../hooks/api/districts"
import { parseBoundary } from "../../../../lib/geojson"
import { splitList } from "../../../../lib/lists"

const LAST_PRIORITY = 100_000
/** Room for a district that is to win, such as a small one inside a large one. */
const DEFAULT_PRIORITY = 100

/** The district form, whose fields are all text as typed. */
export const createDistrictSchema = (t: TFunction<"cornerstore">) =>
  z.object({
    name: z.string().trim().min(1, t("districts.errors.name")),
    priority: z
      .string()
      .refine(
        (text) => /^\d+$/.test(text.trim()) && Number(text) <= LAST_PRIORITY,
        t("districts.errors.priority")
      ),
    is_active: z.boolean(),
    aliases: z.string(),
    postal_codes: z.string(),
    boundary: z.string().superRefine((text, context) => {
      if (text.trim() === "") {
        return
      }
      const { problem } = parseBoundary(text)
      if (problem) {
        context.addIssue({
          code: "custom",
          message: t(`districts.boundary.errors.${problem}`),
        })
      }
    }),
  })

export type DistrictValues = z.infer<ReturnType<typeof createDistrictSchema>>

export const EMPTY_DISTRICT: DistrictValues = {
  name: "",
  priority: String(DEFAULT_PRIORITY),
  is_active: true,
  aliases: "",
  postal_codes: "",
  boundary: "",
}

export function toDistrictValues(district: AdminDistrict): DistrictValues {
  return {
    name: district.name,
    priority: String(district.priority),
    is_active: district.is_active,
    aliases: district.aliases.join("\n"),
    postal_codes: district.postal_codes.join("\n"),
    boundary: district.boundary ? JSON.stringify(district.boundary) : "",
  }
}

/** What is sent; the values must have passed the schema. */
export function toDistrictInput(values: DistrictValues): DistrictInput {
  return {
    name: values.name.trim(),
    priority: Number(values.priority),
    is_active: values.is_active,
    aliases: splitList(values.aliases),
    postal_codes: splitList(values.postal_codes),
    boundary: values.boundary.trim()
      ? parseBoundary(values.boundary).boundary
      : null,
  }
}
