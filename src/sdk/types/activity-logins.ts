/** What a browser says about itself. */
export type LoginDevice = {
  /** Family of the browser, for example `Chrome`. */
  browser: string | null
  /** Its major version, for example `126`. */
  browser_version: string | null
  /** Family of the operating system, for example `iOS`. */
  system: string | null
  class: "desktop" | "mobile" | "tablet" | "other" | "unknown"
}

/** Where an address is used, by the shop's file of places. */
export type LoginPlace = {
  /** ISO 3166-1 alpha-2. */
  country: string | null
  /** Code of the subdivision, for example `CA`. */
  region: string | null
  city: string | null
}

/** A try to log in as a customer. */
export type CustomerLogin = {
  id: string
  at: string
  outcome: "success" | "refused"
  /** Auth provider, for example `emailpass`. */
  provider: string
  device: LoginDevice
  /** Null without a file of places, or when it does not say. */
  place: LoginPlace | null
  /** The customer had not logged in from such a device before. */
  is_new_device: boolean
  /**
   * At least five tries were refused within the ten minutes before: of this
   * customer or e-mail address, or from this IP address.
   */
  is_burst: boolean
}

/** `next_cursor` is null on the last page. */
export type ListCustomerLoginsResponse = {
  logins: CustomerLogin[]
  summary: {
    /** Days that the two numbers of log-ins are about. */
    days: number
    succeeded: number
    refused: number
    /** Kinds of devices that she ever logged in from. */
    devices: number
  }
  next_cursor: string | null
}

/** What a customer did in the shop without a pause of half an hour. */
export type CustomerVisit = {
  id: string
  anonymous_id: string
  started_at: string
  /** When the last event happened. */
  ended_at: string
  /** From the first to the last event; 0 for a single one. */
  seconds: number
  /** Pages and screens seen. */
  pages: number
  /** Everything that was collected. */
  events: number
  entry_path: string | null
  exit_path: string | null
  /** Where the visit came from, for example `google` or `(direct)`. */
  source: string
  /** By which way, for example `organic` or `(none)`. */
  medium: string
  campaign: string | null
  /** Class of the device, for example `mobile`. */
  device: string
}

/** `next_cursor` is null on the last page. */
export type ListCustomerVisitsResponse = {
  visits: CustomerVisit[]
  next_cursor: string | null
}

/** Answer of `POST /store/carts/:id/visitor`. */
export type CartVisitorResponse = {
  visitor: {
    cart_id: string
    /** Null after it was taken away. */
    anonymous_id: string | null
  }
}
