import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import {
  GeocodeAnswer,
  geocodeQuestion,
  isExact,
} from "../../../modules/delivery/domain/geocode"
import type {
  CheckGeocoderBody,
  CheckGeocoderResponse,
} from "../../../sdk/types"
import { deliveryService } from "../module"
import { resolveDistrict } from "../resolve-district"
import { askGeocoder } from "./ask"
import { GeocodeFailure } from "./failure"
import { parseGeocoderSetting } from "./setting"

/** An owner who tries it out has more patience than a checkout. */
const PATIENCE_MS = 8_000

/**
 * Asks the saved geocoder for an address, past the cache, and says what became
 * of it.
 *
 * @throws MedusaError NOT_FOUND without a geocoder, INVALID_DATA when the address says too little
 */
export async function checkGeocoder(
  address: CheckGeocoderBody,
  container: MedusaContainer
): Promise<CheckGeocoderResponse> {
  const setting = parseGeocoderSetting(
    await deliveryService(container).retrieveSetting("geocoder")
  )
  if (!setting) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no geocoder to check. Set one first."
    )
  }
  const question = geocodeQuestion(address, setting.country_code)
  if (!question) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "An address to look up needs a street, and a city or a postal code."
    )
  }
  const started = performance.now()
  const took = () => Math.round(performance.now() - started)
  try {
    const answer = await askGeocoder(setting, question, PATIENCE_MS)
    return {
      milliseconds: took(),
      found: answer && (await toFound(answer, container)),
      error: null,
    }
  } catch (error) {
    if (!(error instanceof GeocodeFailure)) {
      throw error
    }
    return { found: null, error: error.message, milliseconds: took() }
  }
}

async function toFound(
  answer: GeocodeAnswer,
  container: MedusaContainer
): Promise<CheckGeocoderResponse["found"]> {
  return {
    ...answer.point,
    label: answer.label,
    is_exact: isExact(answer),
    district: await resolveDistrict(answer.point, container),
  }
}
