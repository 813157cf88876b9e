import type { TrackingConsent, TrackingState } from "../../sdk/types"
import { createBox, PREFIX } from "./box"
import { consentOf, isChoice, mayRemember, type Signals } from "./consent"
import { readSource, type Source, type Visit, visitOf } from "./source"

const CHOICE = `${PREFIX}consent`
const VISITOR = `${PREFIX}id`
const USER = `${PREFIX}user`
const VISIT = `${PREFIX}visit`

export type Visitor = ReturnType<typeof createVisitor>

/** Random and long enough never to be met again. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")
}

/**
 * Who is in front of this browser, as far as that may be known. Kept in the
 * storage of the site's own origin, which is sent to nobody: no cookie.
 */
export function createVisitor(signals: Signals) {
  const openDisk = () => localStorage
  /** Where this visitor's things are kept; in memory without consent. */
  const box = createBox(openDisk, () => mayRemember(signals))
  /** Whether or not anything may be known: for the choice itself. */
  const choices = createBox(openDisk, () => true)
  /** Outlives a refusal: who agrees after the log-in has been said to be. */
  let claimed: string | null = null
  let referrer = document.referrer

  const eraseAll = () => {
    box.names(PREFIX).forEach(box.remove)
    choices.names(PREFIX).forEach(choices.remove)
  }
  if (signals.optedOut) {
    eraseAll()
  }
  const known = choices.get(CHOICE)
  if (isChoice(known)) {
    signals.choice = known
  }

  /** All tabs use the one that was written last. */
  const id = (): string | null => {
    if (mayRemember(signals) && !box.get(VISITOR)) {
      box.set(VISITOR, randomId())
    }
    return mayRemember(signals) ? box.get(VISITOR) : null
  }

  return {
    box,
    id,
    consent: () => consentOf(signals),
    state: (): TrackingState => ({
      visitorId: id(),
      choice: signals.choice,
      optedOut: signals.optedOut,
    }),

    /** Who the visitor is said to be. */
    userId: () => box.get(USER) ?? claimed,
    claim(userId: string) {
      claimed = userId
      box.set(USER, userId)
    },

    /** Takes a choice and keeps it; a refusal erases everything else. */
    choose(choice: TrackingConsent) {
      if (choice === "denied") {
        eraseAll()
      }
      signals.choice = choice
      // First, so that the other tabs find it when they hear of the choice.
      id()
      choices.set(CHOICE, choice)
    },

    /** Takes what the page assumes; of several assumptions the strictest. */
    assume(initial: TrackingConsent) {
      if (signals.initial !== "denied") {
        signals.initial = initial
      }
    },

    /** The next event is of somebody else. */
    leave() {
      claimed = null
      ;[VISITOR, USER, VISIT].forEach(box.remove)
    },

    /** Goes on with the visit, or begins one. */
    visit(): Source {
      const arrival = readSource(location.href, referrer)
      // Whoever comes back after a pause comes from the page that stayed open.
      referrer = ""
      const visit = visitOf(parse(box.get(VISIT)), arrival, Date.now())
      box.set(VISIT, JSON.stringify(visit))
      return visit.source
    },
  }
}

/** What is chosen in one tab holds in all. */
export function onChoiceElsewhere(
  chosen: (choice: TrackingConsent) => void
): void {
  addEventListener("storage", ({ key, newValue }) => {
    if (key === CHOICE && isChoice(newValue)) {
      chosen(newValue)
    }
  })
}

function parse(text: string | null): Visit | null {
  try {
    return JSON.parse(text ?? "null") as Visit | null
  } catch {
    // Somebody else's text under our name.
    return null
  }
}
