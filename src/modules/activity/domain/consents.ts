/** What a customer can agree to. */
export const CONSENT_PURPOSES = [
  "analytics",
  "personalization",
  "profiling",
  "marketing",
] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** The ways by which marketing reaches her. */
export const CONSENT_CHANNELS = [
  "email",
  "sms",
  "whatsapp",
  "phone",
  "post",
] as const
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number]

/** What a customer said about one purpose, and by which channel. */
export type ConsentState = {
  purpose: ConsentPurpose
  /** Of marketing only; null when all channels or none are meant. */
  channel: ConsentChannel | null
  state: "granted" | "denied"
  /** Version of the text that she saw. */
  text_version: string | null
}

/** Names what a choice is about: of two with the same name only one can hold. */
export function subjectOf({
  purpose,
  channel,
}: Pick<ConsentState, "purpose" | "channel">): string {
  return channel ? `${purpose}.${channel}` : purpose
}
