import type { Device } from "./device"

export const LOGIN_OUTCOMES = ["success", "refused"] as const
export type LoginOutcome = (typeof LOGIN_OUTCOMES)[number]

/** Refused log-ins that make a burst, and the time within which they come. */
export const BURST_REFUSALS = 5
export const BURST_MINUTES = 10

/** A place as coarse as a shop needs it. */
export type LoginPlace = {
  /** ISO 3166-1 alpha-2. */
  country: string | null
  region: string | null
  city: string | null
}

/** A try to log in, ready to be stored. */
export type NewLogin = {
  /** Made by the caller: recorded again under it, it stays one. */
  id: string
  at: Date
  customer_id: string | null
  outcome: LoginOutcome
  provider: string
  device: Device
  place: LoginPlace | null
  email_hash: string | null
  address_hash: string | null
  /**
   * The address under the key of the day before, when the burst's minutes began
   * on it; else the same as `address_hash`.
   */
  earlier_address_hash: string | null
  /** Null when nobody is known to have used the device. */
  device_hash: string | null
}
