import type { TrackingConsent } from "../../sdk/types"

/** What is known about the visitor's consent to being analysed. */
export type Signals = {
  /** The browser says no for its user, which nothing overrides. */
  optedOut: boolean
  /** The visitor's own choice. */
  choice: TrackingConsent | null
  /** What the page assumes until there is a choice. */
  initial: TrackingConsent | null
}

/** Whether the visitor may be given an id and be remembered. */
export function mayRemember({ optedOut, choice, initial }: Signals): boolean {
  return !optedOut && (choice ?? initial) !== "denied"
}

/**
 * Which consent an event carries; null when nobody said anything, so that the
 * shop's policy for the visitor's region decides.
 */
export function consentOf(signals: Signals): TrackingConsent | null {
  return mayRemember(signals) ? (signals.choice ?? signals.initial) : "denied"
}

/** Global Privacy Control, and Do Not Track before it. */
export function hasOptedOut(browser: object): boolean {
  const { globalPrivacyControl, doNotTrack } = browser as {
    globalPrivacyControl?: unknown
    doNotTrack?: unknown
  }
  return globalPrivacyControl === true || doNotTrack === "1"
}

export const isChoice = (text: unknown): text is TrackingConsent =>
  text === "granted" || text === "denied"

/** What a command of Google's Consent Mode says about analytics. */
export type ConsentCommand = {
  /** `default` is said by the page, `update` by the visitor. */
  kind: "default" | "update"
  said: TrackingConsent
}

/**
 * Reads what `gtag("consent", ...)` put on the data layer: its arguments.
 *
 * A default for certain regions counts wherever the visitor is, as the snippet
 * does not know the place: of several the strictest one holds.
 *
 * @returns null for any other command
 */
export function readCommand(command: unknown): ConsentCommand | null {
  // Arguments are an object with numbers for names.
  const [name, kind, fields] = [0, 1, 2].map((at) => part(command, at))
  const said = part(fields, "analytics_storage")
  return name === "consent" &&
    (kind === "default" || kind === "update") &&
    isChoice(said)
    ? { kind, said }
    : null
}

const part = (whole: unknown, name: string | number): unknown =>
  Object(whole)[name]

/** Hears what is on the data layer and what will be put there. */
export function followDataLayer(
  layer: unknown[],
  hear: (command: ConsentCommand) => void
): void {
  const read = (commands: unknown[]) =>
    commands.forEach((each) => {
      const command = readCommand(each)
      if (command) {
        hear(command)
      }
    })
  read(layer)
  const push = layer.push
  layer.push = (...commands) => {
    read(commands)
    return push.apply(layer, commands)
  }
}
