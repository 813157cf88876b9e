import { Link } from "../shared/connection"
import { Dictionary } from "./dictionary"
import { Step, View } from "./view"

function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) {
    throw new Error(`#${id} is missing in index.html`)
  }
  return element
}

/** Writes a text, and only when it differs: a screen reader reads what changes. */
function write(id: string, text: string | null): void {
  const element = byId(id)
  element.hidden = text === null
  if (element.textContent !== text) {
    element.textContent = text
  }
}

const setIcon = (id: string, name: string): void =>
  byId(id).setAttribute("href", `#icon-${name}`)

/** Texts that never change once the language is known. */
export function renderTexts(locale: string, texts: Dictionary): void {
  document.documentElement.lang = locale
  document.title = texts.title
  write("district-label", texts.district)
  write("order-label", texts.orderLabel)
  write("retry", texts.retry)
  write("missing-title", texts.missingTitle)
  write("missing-text", texts.missingText)
}

export function renderView(view: View): void {
  document.body.dataset.view = "delivery"
  document.body.dataset.phase = view.phase
  document.title = view.documentTitle
  byId("delivery").removeAttribute("aria-busy")
  write("eyebrow", view.eyebrow)
  write("badge", view.badge)
  setIcon("badge-icon", view.icon)
  write("headline", view.headline)
  write("time", view.time)
  write("note", view.note)
  write("district", view.district)
  write("order", view.order)
  byId("order-fact").hidden = view.order === null
  renderSteps(view.steps)
}

function renderSteps(steps: Step[]): void {
  const signature = JSON.stringify(steps)
  const list = byId("steps")
  if (list.dataset.signature === signature) {
    return
  }
  list.dataset.signature = signature
  list.replaceChildren(...steps.map(stepItem))
}

function stepItem({ label, detail, icon, state }: Step): HTMLLIElement {
  const item = document.createElement("li")
  item.dataset.state = state
  if (state === "current") {
    item.setAttribute("aria-current", "step")
  }
  const text = document.createElement("span")
  text.append(label)
  if (detail) {
    const small = document.createElement("small")
    small.textContent = detail
    text.append(small)
  }
  item.append(iconElement(state === "done" ? "check" : icon), text)
  return item
}

function iconElement(name: string): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg"
  const svg = document.createElementNS(namespace, "svg")
  svg.setAttribute("class", "icon")
  svg.setAttribute("aria-hidden", "true")
  const use = document.createElementNS(namespace, "use")
  use.setAttribute("href", `#icon-${name}`)
  svg.append(use)
  return svg
}

export function renderLink(link: Link, texts: Dictionary): void {
  byId("link").dataset.link = link
  setIcon("link-icon", link === "lost" ? "offline" : "live")
  write(
    "link-text",
    { connecting: texts.connecting, live: texts.live, lost: texts.offline }[
      link
    ]
  )
}

/** @param text - null takes the banner away */
export function renderBanner(text: string | null): void {
  byId("banner").hidden = text === null
  write("banner-text", text)
}

export function renderUpdated(text: string, instant: string): void {
  write("updated", text)
  byId("updated").setAttribute("datetime", instant)
}

export function renderMissing(texts: Dictionary): void {
  document.body.dataset.view = "missing"
  document.title = texts.missingTitle
  byId("delivery").hidden = true
  byId("missing").hidden = false
  renderBanner(null)
}

/** Has a screen reader say something. */
export const announce = (text: string): void => write("announcer", text)

export const onRetry = (run: () => void): void =>
  byId("retry").addEventListener("click", run)
