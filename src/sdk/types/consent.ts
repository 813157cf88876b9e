/** What a customer can agree to. */
export type ConsentPurpose =
  "analytics" | "personalization" | "profiling" | "marketing"

/** The ways by which marketing reaches a customer. */
export type ConsentChannel = "email" | "sms" | "whatsapp" | "phone" | "post"

/** What a customer said about one purpose. */
export type Consent = {
  purpose: ConsentPurpose
  /** Of `marketing` only; null for everything that is not one channel's. */
  channel: ConsentChannel | null
  state: "granted" | "denied"
  /** Version of the text that she saw. */
  text_version: string | null
}

/** Of each purpose and channel what was said last; nothing where nothing was. */
export type ConsentsResponse = { consents: Consent[] }

/** Body of `POST /store/customers/me/consents`: what is left out stays. */
export type ConsentsInput = {
  consents: (Omit<Consent, "channel" | "text_version"> &
    Partial<Pick<Consent, "channel" | "text_version">>)[]
}

/** Body of `POST /collect/v1/consent`: what was chosen in a browser. */
export type VisitorConsentInput = {
  /** The id that the analytics client gave the browser. */
  anonymousId: string
  analytics: "granted" | "denied"
  /** Version of the text that was shown. */
  version?: string
}

/** What holds from now on: a no too where a customer of that browser said so. */
export type VisitorConsentResponse = {
  success: true
  analytics: "granted" | "denied"
}

/** What silence means: `lenient` takes it for a yes, `strict` for a no. */
export type ConsentPolicy = "lenient" | "strict"

/** What whoever runs the shop decided about collecting. */
export type ActivitySettings = {
  consent: {
    /** Where nothing more is known or said. */
    standard: ConsentPolicy
    /** In the EU, the EEA, the United Kingdom and Switzerland. */
    europe: ConsentPolicy
    /** Exceptions: ISO 3166-1 alpha-2 (`BR`) or ISO 3166-2 (`US-CA`). */
    places: { place: string; policy: ConsentPolicy }[]
    /** Take `DNT: 1` for a no. */
    honour_dnt: boolean
    /** What consent banners call the category of analytics; case is ignored. */
    categories: string[]
  }
  /** How long each class of data is kept, in months. */
  retention: {
    events_months: number
    visits_months: number
    logins_months: number
  }
}

/** Body of `POST /admin/activity/settings`: what is left out stays. */
export type ActivitySettingsChanges = {
  consent?: Partial<ActivitySettings["consent"]>
  retention?: Partial<ActivitySettings["retention"]>
}

export type ActivitySettingsResponse = {
  settings: ActivitySettings
  /**
   * How the shop knows where visitors are: from a header of its proxy, from a
   * file of addresses on its machine, or not at all.
   */
  location: "header" | "file" | null
}

/** What was collected on a day, in the shop's zone. */
export type CollectedDay = {
  /** `YYYY-MM-DD`. */
  day: string
  /** Events that were kept. */
  kept: number
  /** Events of which only the number is kept. */
  counted: number
}

/** Answer of `GET /admin/activity/settings/figures`: today and six days before. */
export type CollectedFiguresResponse = { days: CollectedDay[] }
