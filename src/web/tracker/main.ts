import type { TrackerState } from "../../sdk/types"
import { Connection, Link } from "../shared/connection"
import { fill } from "../shared/text"
import { createClock } from "../shared/time"
import { pickLanguage } from "./dictionary"
import {
  announce,
  onRetry,
  renderBanner,
  renderLink,
  renderMissing,
  renderTexts,
  renderUpdated,
  renderView,
} from "./dom"
import { toView } from "./view"

const REFRESH_MS = 15_000

const { locale, texts } = pickLanguage(navigator.languages)
const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone

let state: TrackerState | undefined
let link: Link = "connecting"
/** When the server last confirmed what is shown. */
let checkedAt = 0
let announced = ""

/** Shows all that is known; called on every event and as time passes. */
function render(): void {
  const now = Date.now()
  const clock = createClock(locale, state?.time_zone ?? "UTC", viewerZone, now)
  renderLink(link, texts)
  if (state) {
    const view = toView(state, texts, clock, now)
    renderView(view)
    const ago = clock.ago(Date.parse(state.updated_at), now)
    renderUpdated(
      ago === null ? texts.justNow : fill(texts.updated, { ago }),
      state.updated_at
    )
    if (announced !== view.phase) {
      announced = view.phase
      announce(view.announcement)
    }
  }
  if (link !== "lost") {
    renderBanner(null)
  } else if (state) {
    const ago = clock.ago(checkedAt, now)
    renderBanner(ago === null ? texts.lostNow : fill(texts.lostSince, { ago }))
  } else {
    renderBanner(texts.lost)
  }
}

const connection = new Connection<TrackerState>(
  location.pathname.replace(/\/$/, ""),
  {
    onState(received) {
      state = received
      checkedAt = Date.now()
      render()
    },
    onLink(next) {
      if (next === "lost" && link !== "lost") {
        announce(texts.lost)
      } else if (next === "live" && link === "lost") {
        announce(texts.back)
      }
      if (next === "live" || link === "live") {
        checkedAt = Date.now()
      }
      link = next
      render()
    },
    onMissing() {
      window.clearInterval(clockTimer)
      renderMissing(texts)
      announce(texts.missingTitle)
    },
  }
)

renderTexts(locale, texts)
render()
onRetry(() => connection.retry())
const clockTimer = window.setInterval(render, REFRESH_MS)
connection.start()
