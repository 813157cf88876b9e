/**
 * Why a geocoder gave no answer. `busy`: our own limit of calls, nothing is
 * wrong. The message names neither address nor key: it is logged and shown.
 */
export class GeocodeFailure extends Error {
  constructor(
    readonly reason: "busy" | "silent" | "refused" | "unreadable",
    message: string
  ) {
    super(message)
    this.name = "GeocodeFailure"
  }
}
