import type { DriverActionRequest, DriverState } from "../../sdk/types"
import { Connection, Link } from "../shared/connection"
import { fill } from "../shared/text"
import { createClock } from "../shared/time"
import { askForCash, askForReason } from "./dialogs"
import { pickLanguage } from "./dictionary"
import { byId, write } from "./element"
import { Outbox } from "./outbox"
import { project } from "./project"
import { Handlers, renderView } from "./render"
import { toView } from "./view"

const REFRESH_MS = 30_000
const NOTICE_MS = 12_000

const base = location.pathname.replace(/\/$/, "")
const { locale, texts } = pickLanguage(navigator.languages)
const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone

let state: DriverState | undefined
let link: Link = "connecting"
let noticeTimer = 0

type Entry = DriverActionRequest extends infer T
  ? T extends unknown
    ? Omit<T, "key">
    : never
  : never

/** Keeps what the driver entered and shows it at once. */
function enter(entry: Entry): void {
  navigator.vibrate?.(20)
  // Each tap has its own key: a retry of the same tap counts once.
  outbox.add({ ...entry, key: crypto.randomUUID() } as DriverActionRequest)
}

const handlers: Handlers = {
  onStart: () => enter({ kind: "start" }),
  onArrived: ({ id }) => enter({ kind: "arrived", stop_id: id }),
  onNotArrived: ({ id }) => enter({ kind: "reopen", stop_id: id }),
  onReopen: (id) => enter({ kind: "reopen", stop_id: id }),
  onDelivered(stop) {
    const { cash } = stop
    if (!cash) {
      enter({ kind: "delivered", stop_id: stop.id })
      return
    }
    askForCash({ ...stop, cash }, texts, locale, (answer) =>
      enter({ kind: "delivered", stop_id: stop.id, cash: answer })
    )
  },
  onFailed(stop) {
    askForReason(texts, ({ reason, note }) =>
      enter({
        kind: "failed",
        stop_id: stop.id,
        reason,
        ...(note ? { note } : {}),
      })
    )
  },
}

/** Shows all that is known; called on every event and as time passes. */
function render(): void {
  renderLink()
  if (state) {
    const clock = createClock(locale, state.time_zone, viewerZone, Date.now())
    renderView(
      toView(project(state, outbox.unsent), {
        texts,
        clock,
        locale,
        userAgent: navigator.userAgent,
      }),
      texts,
      handlers
    )
  }
}

function renderLink(): void {
  byId("link").dataset.link = link
  write(
    "link-text",
    { connecting: texts.connecting, live: texts.live, lost: texts.offline }[
      link
    ]
  )
  const unsent = outbox.isStuck ? outbox.unsent.length : 0
  const text =
    unsent > 0
      ? unsent === 1
        ? texts.oneUnsent
        : fill(texts.unsent, { count: String(unsent) })
      : link === "lost"
        ? texts.lost
        : null
  byId("banner").hidden = text === null
  write("banner-text", text)
}

/** Says something that does not stay, loud enough to be seen on the way. */
function notice(text: string): void {
  write("notice", text)
  window.clearTimeout(noticeTimer)
  noticeTimer = window.setTimeout(() => write("notice", null), NOTICE_MS)
}

function receive(received: DriverState): void {
  state = received
  render()
}

const outbox = new Outbox(
  base,
  {
    onSent: receive,
    onRefused(reason) {
      notice(fill(texts.refused, { reason }))
      connection.retry()
    },
    onChange: () => render(),
  },
  localStorage
)

const connection = new Connection<DriverState>(base, {
  onState: receive,
  onLink(next) {
    link = next
    if (next === "live") {
      void outbox.flush()
    }
    render()
  },
  onMissing() {
    window.clearInterval(timer)
    document.body.dataset.view = "missing"
    byId("missing").hidden = false
    byId("banner").hidden = true
    byId("route").replaceChildren()
  },
})

document.documentElement.lang = locale
document.title = texts.title
write("retry", texts.retry)
write("missing-title", texts.missingTitle)
write("missing-text", texts.missingText)
byId("progress").setAttribute("aria-label", texts.title)
byId("retry").addEventListener("click", () => {
  void outbox.flush()
  connection.retry()
})
window.addEventListener("online", () => void outbox.flush())
const timer = window.setInterval(render, REFRESH_MS)
render()
void outbox.flush()
connection.start()
