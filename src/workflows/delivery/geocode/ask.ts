import { MedusaError } from "@medusajs/framework/utils"
import axios, { AxiosResponse } from "axios"

import { getCurrentOptions } from "../../../lib/current-options"
import type {
  GeocodeAnswer,
  GeocodeQuestion,
} from "../../../modules/delivery/domain/geocode"
import {
  CALLS_PER_SECOND,
  GeocoderKind,
  GeocoderSetting,
} from "../../../modules/delivery/domain/geocoder-setting"
import { openGeocoderKey } from "./api-key"
import { GeocodeFailure } from "./failure"
import { google } from "./google"
import { nominatim } from "./nominatim"
import { paceOf } from "./pace"
import { GeocodeProvider } from "./provider"

const PROVIDERS: Record<GeocoderKind, GeocodeProvider> = { nominatim, google }
/** One place with its names is a few kilobytes. */
const MAX_ANSWER_BYTES = 512 * 1024

/**
 * Asks the owner's geocoder for one address.
 *
 * @param patienceMs - for the turn and the answer together
 * @returns null when it knows no such place
 * @throws GeocodeFailure
 */
export async function askGeocoder(
  setting: GeocoderSetting,
  question: GeocodeQuestion,
  patienceMs: number
): Promise<GeocodeAnswer | null> {
  const pace = paceOf(setting.base_url)
  const wait = pace.take(CALLS_PER_SECOND[setting.provider], patienceMs)
  if (wait > 0) {
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
  try {
    return await call(setting, question, patienceMs - wait)
  } catch (error) {
    pace.rest()
    throw error
  }
}

async function call(
  setting: GeocoderSetting,
  question: GeocodeQuestion,
  timeoutMs: number
): Promise<GeocodeAnswer | null> {
  const provider = PROVIDERS[setting.provider]
  const { path, params } = provider.request(question, keyOf(setting))
  let answer: AxiosResponse<unknown>
  try {
    answer = await axios.get<unknown>(`${setting.base_url}${path}`, {
      params,
      headers: { Accept: "application/json", "User-Agent": userAgent() },
      responseType: "text",
      transformResponse: (text: unknown) => text,
      // An answer is judged by us: axios' own errors carry key and address.
      validateStatus: () => true,
      // A server that sends elsewhere would be sent the key, too.
      maxRedirects: 0,
      maxContentLength: MAX_ANSWER_BYTES,
      timeout: timeoutMs,
      // `timeout` alone leaves a connection that is never opened.
      signal: AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs))),
    })
  } catch (error) {
    throw silence(setting.base_url, error)
  }
  return provider.read(answer.status, parseJson(answer.data))
}

/** A key that does not decrypt any more must not end a checkout. */
function keyOf({ api_key }: GeocoderSetting): string | null {
  try {
    return api_key && openGeocoderKey(api_key)
  } catch (error) {
    throw new GeocodeFailure(
      "refused",
      error instanceof MedusaError
        ? error.message
        : "The geocoder's key cannot be read: enter it again."
    )
  }
}

/** Nominatim's usage policy asks who is calling. */
function userAgent(): string {
  return `medusa-plugin-cornerstore (${getCurrentOptions().backendUrl})`
}

/** Why there is no answer, without the error of axios: it carries the request. */
function silence(baseUrl: string, error: unknown): GeocodeFailure {
  const { hostname } = new URL(baseUrl)
  const code = axios.isAxiosError(error) ? error.code : undefined
  return code === "ERR_CANCELED" || code === "ECONNABORTED"
    ? new GeocodeFailure("silent", `${hostname} did not answer in time.`)
    : new GeocodeFailure(
        "silent",
        `${hostname} could not be reached${code ? ` (${code})` : ""}.`
      )
}

/** @returns undefined when the text is not JSON */
function parseJson(text: unknown): unknown {
  try {
    return typeof text === "string" ? (JSON.parse(text) as unknown) : undefined
  } catch (error) {
    if ((error as { name?: unknown }).name === "SyntaxError") {
      return undefined
    }
    throw error
  }
}
