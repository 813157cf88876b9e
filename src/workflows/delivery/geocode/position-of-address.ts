import { createHash } from "node:crypto"

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { GeoPoint } from "../../../modules/delivery/domain/distance"
import {
  GeocodeQuestion,
  geocodeQuestion,
  isExact,
  questionKey,
} from "../../../modules/delivery/domain/geocode"
import {
  FOUND_FOR_MS,
  GeocoderSetting,
  MISSED_FOR_MS,
} from "../../../modules/delivery/domain/geocoder-setting"
import type { AddressFacts } from "../../../modules/delivery/domain/resolve-district"
import { deliveryService } from "../module"
import { askGeocoder } from "./ask"
import { GeocodeFailure } from "./failure"
import { parseGeocoderSetting } from "./setting"

/** A checkout waits no longer for somebody else's server. */
const PATIENCE_MS = 1_500

/** Who asks for the same address at the same time waits for one call. */
const asking = new Map<string, Promise<GeoPoint | null>>()

/**
 * Where an address without coordinates is, by the owner's geocoder; null when
 * there is none, when it does not know exactly, or when it does not answer in
 * time: then postal code and name decide, and nobody's checkout fails for it.
 */
export async function positionOfAddress(
  address: AddressFacts,
  container: MedusaContainer
): Promise<GeoPoint | null> {
  const delivery = deliveryService(container)
  const setting = parseGeocoderSetting(await delivery.currentGeocoder())
  const question = setting && geocodeQuestion(address, setting.country_code)
  if (!question) {
    return null
  }
  const key = geocodeKey(setting, question)
  const known = (await delivery.findGeocodes([key], new Date())).get(key)
  if (known) {
    return known.point
  }
  const asked = asking.get(key) ?? ask(key, setting, question, container)
  asking.set(key, asked)
  return await asked
}

/**
 * Where addresses are, as far as the geocoder was asked before; nobody is asked
 * now. In the order given, null where it is not known.
 */
export async function knownPositions(
  addresses: readonly AddressFacts[],
  container: MedusaContainer
): Promise<(GeoPoint | null)[]> {
  const delivery = deliveryService(container)
  const setting = parseGeocoderSetting(await delivery.currentGeocoder())
  if (!setting) {
    return addresses.map(() => null)
  }
  const keys = addresses.map((address) => {
    const question = geocodeQuestion(address, setting.country_code)
    return question && geocodeKey(setting, question)
  })
  const known = await delivery.findGeocodes(
    keys.filter((key) => key !== null),
    new Date()
  )
  return keys.map((key) => (key && known.get(key)?.point) || null)
}

/** Addresses are not kept, only what they hash to together with who was asked. */
function geocodeKey(
  { provider, base_url }: GeocoderSetting,
  question: GeocodeQuestion
): string {
  return createHash("sha256")
    .update([provider, base_url, questionKey(question)].join("\n"))
    .digest("base64url")
}

async function ask(
  key: string,
  setting: GeocoderSetting,
  question: GeocodeQuestion,
  container: MedusaContainer
): Promise<GeoPoint | null> {
  try {
    const answer = await askGeocoder(setting, question, PATIENCE_MS)
    const point = answer && isExact(answer) ? answer.point : null
    const now = new Date()
    const goodFor = point ? FOUND_FOR_MS : MISSED_FOR_MS
    const kept = await deliveryService(container).saveGeocode(
      { key, point, expires_at: new Date(now.getTime() + goodFor) },
      now
    )
    return kept.point
  } catch (error) {
    if (!(error instanceof GeocodeFailure)) {
      throw error
    }
    if (error.reason !== "busy") {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `Geocoder: ${error.message} Postal code and name decide about districts meanwhile.`
        )
    }
    return null
  } finally {
    asking.delete(key)
  }
}
