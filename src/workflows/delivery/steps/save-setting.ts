import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"

import type { SaveGeocoderBody } from "../../../sdk/types"
import { mergeGeocoder } from "../geocode/save-geocoder"
import { parseGeocoderSetting } from "../geocode/setting"
import type { MapSetting } from "../map-setting"
import { deliveryService } from "../module"

/** A setting as it was before, to be put back. */
const storedSchema = z.looseObject({}).nullable()

/** Stores the owner's geocoder; the answer is what may be accounted for. */
export const saveGeocoderStep = createStep(
  "save-geocoder",
  async (input: SaveGeocoderBody, { container }) => {
    const delivery = deliveryService(container)
    const before = await delivery.retrieveSetting("geocoder")
    const setting = mergeGeocoder(parseGeocoderSetting(before), input)
    await delivery.saveSetting("geocoder", setting, new Date())
    return new StepResponse(
      {
        provider: setting?.provider ?? null,
        base_url: setting?.base_url ?? null,
      },
      { before }
    )
  },
  async (saved, { container }) => {
    if (saved) {
      await deliveryService(container).saveSetting(
        "geocoder",
        storedSchema.parse(saved.before),
        new Date()
      )
    }
  }
)

/** Stores what lies behind the districts on a map. */
export const saveMapSettingStep = createStep(
  "save-map-setting",
  async (setting: MapSetting, { container }) => {
    const delivery = deliveryService(container)
    const before = await delivery.retrieveSetting("map")
    await delivery.saveSetting("map", setting, new Date())
    return new StepResponse(setting, { before })
  },
  async (saved, { container }) => {
    if (saved) {
      await deliveryService(container).saveSetting(
        "map",
        storedSchema.parse(saved.before),
        new Date()
      )
    }
  }
)
