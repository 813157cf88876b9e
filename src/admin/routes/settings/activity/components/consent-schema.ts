import type { TFunction } from "i18next"
import { z } from "zod"

import type { ActivitySettings } from "../../../../../sdk/types"
import { placesWith, toPlaces } from "./places"

const policy = z.enum(["lenient", "strict"])
const MOST_CATEGORIES = 20

const toNames = (text: string) =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)

/** The form of the rules of consent. */
export const createConsentSchema = (t: TFunction<"cornerstore">) =>
  z
    .object({
      standard: policy,
      europe: policy,
      strict_places: z.array(z.string()),
      lenient_places: z.array(z.string()),
      honour_dnt: z.boolean(),
      categories: z
        .string()
        .refine(
          (text) =>
            toNames(text).length <= MOST_CATEGORIES &&
            toNames(text).every((name) => name.length <= 100),
          t("activitySettings.errors.categories", { max: MOST_CATEGORIES })
        ),
    })
    .refine(
      ({ strict_places, lenient_places }) =>
        !lenient_places.some((place) => strict_places.includes(place)),
      {
        path: ["lenient_places"],
        message: t("activitySettings.errors.bothPlaces"),
      }
    )

export type ConsentValues = z.infer<ReturnType<typeof createConsentSchema>>

export function toConsentValues({
  standard,
  europe,
  places,
  honour_dnt,
  categories,
}: ActivitySettings["consent"]): ConsentValues {
  return {
    standard,
    europe,
    honour_dnt,
    strict_places: placesWith(places, "strict"),
    lenient_places: placesWith(places, "lenient"),
    categories: categories.join(", "),
  }
}

/** What is sent; the values must have passed the schema. */
export function toConsentChanges({
  strict_places,
  lenient_places,
  categories,
  ...rest
}: ConsentValues): ActivitySettings["consent"] {
  return {
    ...rest,
    places: toPlaces(strict_places, lenient_places),
    categories: toNames(categories),
  }
}
