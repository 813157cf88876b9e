import { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"

import type { AdminMapSettings } from "../../sdk/types"
import { findDepot } from "./depot"
import { deliveryService } from "./module"

const MOST_URL = 2_000

/** Only https: a dashboard served over it may load nothing else. */
const httpsUrl = z
  .string()
  .trim()
  .max(MOST_URL)
  .refine(
    (text) => URL.canParse(text) && new URL(text).protocol === "https:",
    "must be an address that begins with https://"
  )

/** Placeholders that the address of raster tiles needs (the "slippy map" convention). */
const PLACEHOLDERS = ["{z}", "{x}", "{y}"]

/** What lies behind the districts on a map: the row `map` of `delivery_setting`. */
export const mapSettingSchema = z
  .object({
    style_url: httpsUrl.nullable(),
    tiles: z
      .object({
        url: httpsUrl.refine(
          (text) => PLACEHOLDERS.every((each) => text.includes(each)),
          "must contain {z}, {x} and {y}"
        ),
        attribution: z.string().trim().min(1).max(500),
      })
      .nullable(),
  })
  .strict()
export type MapSetting = z.infer<typeof mapSettingSchema>

const NO_MAP: MapSetting = { style_url: null, tiles: null }

/** What is behind the districts, and where a map without districts begins. */
export async function retrieveMapSettings(
  container: MedusaContainer
): Promise<AdminMapSettings> {
  const stored = await deliveryService(container).retrieveSetting("map")
  return {
    ...(stored === null ? NO_MAP : mapSettingSchema.parse(stored)),
    center: await findDepot(container),
  }
}
