import type {
  GeocodeAnswer,
  GeocodeQuestion,
} from "../../../modules/delivery/domain/geocode"

/** One GET request. */
export type GeocodeRequest = {
  /** Below the owner's base address, beginning with a slash. */
  path: string
  params: Record<string, string>
}

/** A geocoder's dialect: how it is asked and what its answers mean. */
export type GeocodeProvider = {
  request(question: GeocodeQuestion, apiKey: string | null): GeocodeRequest
  /**
   * @param status - of HTTP
   * @param body - parsed JSON, undefined when it was none
   * @returns null when it knows no such place
   * @throws GeocodeFailure when it would not or could not answer
   */
  read(status: number, body: unknown): GeocodeAnswer | null
}
