import type { TFunction } from "i18next"
import { z } from "zod"

import type {
  AdminMapSettings,
  SaveMapSettingsBody,
} from "../../../../../sdk/types"

export const BACKGROUNDS = ["none", "style", "tiles"] as const

const isHttps = (text: string) =>
  URL.canParse(text.trim()) && new URL(text.trim()).protocol === "https:"

/** The map's form, whose fields are text as typed. */
export const createMapSettingsSchema = (t: TFunction<"cornerstore">) =>
  z
    .object({
      background: z.enum(BACKGROUNDS),
      style_url: z.string(),
      tiles_url: z.string(),
      attribution: z.string(),
    })
    .superRefine(({ background, ...values }, context) => {
      const say = (path: keyof typeof values, message: string) =>
        context.addIssue({ code: "custom", path: [path], message })
      if (background === "style" && !isHttps(values.style_url)) {
        say("style_url", t("map.settings.errors.https"))
      }
      if (background === "tiles") {
        if (!isHttps(values.tiles_url)) {
          say("tiles_url", t("map.settings.errors.https"))
        } else if (
          !["{z}", "{x}", "{y}"].every((part) =>
            values.tiles_url.includes(part)
          )
        ) {
          say("tiles_url", t("map.settings.errors.placeholders"))
        }
        if (!values.attribution.trim()) {
          say("attribution", t("map.settings.errors.attribution"))
        }
      }
    })

export type MapSettingsValues = z.infer<
  ReturnType<typeof createMapSettingsSchema>
>

export function toMapSettingsValues({
  style_url,
  tiles,
}: Pick<AdminMapSettings, "style_url" | "tiles">): MapSettingsValues {
  return {
    background: style_url ? "style" : tiles ? "tiles" : "none",
    style_url: style_url ?? "",
    tiles_url: tiles?.url ?? "",
    attribution: tiles?.attribution ?? "",
  }
}

/** What is sent; the values must have passed the schema. */
export function toMapSettingsBody({
  background,
  style_url,
  tiles_url,
  attribution,
}: MapSettingsValues): SaveMapSettingsBody {
  return {
    style_url: background === "style" ? style_url.trim() : null,
    tiles:
      background === "tiles"
        ? { url: tiles_url.trim(), attribution: attribution.trim() }
        : null,
  }
}
