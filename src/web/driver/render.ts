import type { Dictionary } from "./dictionary"
import { byId, h, icon, write } from "./element"
import type { Line, NextStop, View } from "./view"

export type Handlers = {
  onStart(): void
  onArrived(stop: NextStop): void
  onNotArrived(stop: NextStop): void
  onDelivered(stop: NextStop): void
  onFailed(stop: NextStop): void
  onReopen(stopId: string): void
}

let shown = ""

/** Draws the page again when something of it has changed. */
export function renderView(
  view: View,
  texts: Dictionary,
  handlers: Handlers
): void {
  const signature = JSON.stringify(view)
  if (signature === shown) {
    return
  }
  const isOtherStop = !shown.includes(view.next?.id ?? "none")
  shown = signature
  document.body.dataset.view = "route"
  write("heading", view.heading)
  write("date", view.date)
  write("progress-text", view.progress.text)
  const bar = byId("progress")
  bar.setAttribute("max", String(Math.max(1, view.progress.total)))
  bar.setAttribute("value", String(view.progress.done))

  const parts = [
    view.phase === "ready" && ready(view, texts, handlers),
    view.next && nextStop(view.next, texts, handlers),
    view.phase === "finished" && finished(view, texts),
    view.phase === "canceled" &&
      h(
        "section",
        { class: "card answer" },
        h("h2", {}, texts.canceled),
        h("p", {}, texts.canceledText)
      ),
    list(
      view.phase === "driving" ? texts.later : null,
      view.later,
      texts,
      handlers
    ),
    list(texts.done, view.done, texts, handlers),
  ].filter((part): part is HTMLElement => Boolean(part))
  byId("route").replaceChildren(...parts)
  if (isOtherStop) {
    window.scrollTo({ top: 0 })
    write("announcer", announcement(view, texts))
  }
}

function announcement({ next, phase }: View, texts: Dictionary): string {
  return next
    ? `${texts.next}: ${next.name}, ${next.address.join(", ")}`
    : phase === "finished"
      ? texts.finished
      : ""
}

function ready(view: View, texts: Dictionary, { onStart }: Handlers) {
  return h(
    "section",
    { class: "card answer" },
    h("p", { class: "eyebrow" }, view.date),
    h("h2", {}, view.summary),
    h(
      "button",
      { type: "button", class: "primary", "data-action": "start", onStart },
      texts.start
    )
  )
}

function finished(view: View, texts: Dictionary) {
  return h(
    "section",
    { class: "card answer" },
    h("h2", {}, texts.finished),
    h("p", {}, view.result),
    ...view.till.flatMap(({ amount, short }) => [
      h(
        "p",
        { class: "till" },
        h("span", {}, texts.handIn),
        h("strong", {}, amount)
      ),
      short ? h("p", { class: "warning" }, short) : null,
    ])
  )
}

function nextStop(stop: NextStop, texts: Dictionary, handlers: Handlers) {
  return h(
    "section",
    { class: "card next", "aria-label": texts.next },
    h(
      "p",
      { class: "eyebrow" },
      h("span", {}, stop.eyebrow),
      h("span", { class: "time" }, stop.time)
    ),
    h("h2", {}, stop.name),
    h("address", {}, ...stop.address.map((line) => h("span", {}, line))),
    stop.mapNote && h("p", { class: "hint" }, stop.mapNote),
    h(
      "p",
      { class: "links" },
      link("navigate", stop.map, "map", texts.navigate),
      stop.phone
        ? link(
            "call",
            `tel:${stop.phone.replace(/[^+\d]/g, "")}`,
            "phone",
            texts.call
          )
        : null
    ),
    stop.cash
      ? h("p", { class: "cash" }, icon("cash"), stop.cash.text)
      : h("p", { class: "hint" }, texts.nothingDue),
    stop.wishes.length > 0 &&
      h(
        "dl",
        { class: "wishes" },
        ...stop.wishes.flatMap(({ label, text }) => [
          h("dt", {}, label),
          h("dd", {}, text),
        ])
      ),
    h(
      "details",
      {},
      h("summary", {}, stop.items.count),
      h("ul", {}, ...stop.items.lines.map((line) => h("li", {}, line)))
    ),
    actions(stop, texts, handlers)
  )
}

function actions(stop: NextStop, texts: Dictionary, handlers: Handlers) {
  return h(
    "div",
    { class: "actions" },
    stop.isArrived
      ? h(
          "button",
          {
            type: "button",
            class: "primary",
            "data-action": "delivered",
            onDelivered: () => handlers.onDelivered(stop),
          },
          icon("check"),
          texts.delivered
        )
      : h(
          "button",
          {
            type: "button",
            class: "primary",
            "data-action": "arrived",
            onArrived: () => handlers.onArrived(stop),
          },
          icon("pin"),
          texts.arrived
        ),
    h(
      "div",
      { class: "secondary" },
      stop.isArrived &&
        h(
          "button",
          {
            type: "button",
            "data-action": "not-arrived",
            onNotArrived: () => handlers.onNotArrived(stop),
          },
          texts.undoArrived
        ),
      h(
        "button",
        {
          type: "button",
          "data-action": "failed",
          onFailed: () => handlers.onFailed(stop),
        },
        texts.failed
      )
    )
  )
}

function link(action: string, href: string, name: string, text: string) {
  return h(
    "a",
    {
      href,
      class: "button",
      "data-action": action,
      target: "_blank",
      rel: "noreferrer",
    },
    icon(name),
    text
  )
}

function list(
  title: string | null,
  lines: Line[],
  texts: Dictionary,
  { onReopen }: Handlers
) {
  return lines.length > 0
    ? h(
        "section",
        { class: "list" },
        title && h("h3", {}, title),
        h(
          "ol",
          {},
          ...lines.map((line) =>
            h(
              "li",
              { "data-state": line.state },
              h(
                "div",
                {},
                h("strong", {}, line.title),
                h("span", { class: "detail" }, line.detail)
              ),
              h(
                "div",
                { class: "end" },
                line.cash && h("span", { class: "amount" }, line.cash),
                line.stateText && h("span", { class: "state" }, line.stateText),
                line.canReopen &&
                  h(
                    "button",
                    {
                      type: "button",
                      "data-action": "reopen",
                      onReopen: () => onReopen(line.id),
                    },
                    texts.tryAgain
                  )
              )
            )
          )
        )
      )
    : null
}
