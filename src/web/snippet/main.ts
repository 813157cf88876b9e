import type { TrackingCall, TrackingClient } from "../../sdk/types"
import { createClient } from "./client"
import { followDataLayer, hasOptedOut } from "./consent"
import { onNavigation, onVisibility, whenShown } from "./navigation"
import { readSettings, type Settings } from "./settings"
import { createVisitor, onChoiceElsewhere } from "./visitor"

/** Before the snippet has loaded the global is a list of calls. */
type Global = TrackingCall[] & Partial<TrackingClient>

declare global {
  interface Window {
    cornerstore?: Global
    /** Of Google's tags; Consent Mode speaks through it. */
    dataLayer?: unknown[]
  }
}

function start(settings: Settings): void {
  const visitor = createVisitor({
    optedOut: hasOptedOut(navigator),
    choice: null,
    initial: settings.isConsentRequired ? "denied" : null,
  })
  const { client, events } = createClient(settings, visitor)
  followDataLayer((window.dataLayer ??= []), ({ kind, said }) => {
    if (kind === "update") {
      client.consent(said)
    } else {
      visitor.assume(said)
      events.announce()
    }
  })
  onChoiceElsewhere((choice) => client.consent(choice))
  if (!settings.isManual) {
    events.navigated()
    onNavigation(events.navigated)
  }
  onVisibility(events.turned)
  open(client)
}

/** Makes the calls that came too early, and the next ones at once. */
function open(client: TrackingClient): void {
  const early = (window.cornerstore ??= [])
  const call = ([name, ...words]: TrackingCall) => {
    const method = client[name] as (...words: unknown[]) => void
    method(...words)
    return 0
  }
  const calls = early.splice(0)
  Object.assign(early, client)
  early.push = call
  calls.forEach(call)
}

const script = document.currentScript
const settings = readSettings(
  script instanceof HTMLScriptElement ? script : null
)
if (settings) {
  whenShown(() => start(settings))
} else {
  console.warn("cornerstore: the script has no data-key")
}
