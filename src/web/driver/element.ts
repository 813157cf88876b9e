type Attributes = Record<string, string | boolean | (() => void)>
type Child = Node | string | null | false

/**
 * Makes an element. A function is a click handler; text is set as text, never
 * as markup.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener("click", value)
    } else if (value === true) {
      element.setAttribute(name, "")
    } else if (value !== false) {
      element.setAttribute(name, value)
    }
  }
  element.append(
    ...children.filter((child) => child !== null && child !== false)
  )
  return element
}

/** One of the drawings at the top of index.html; said by the word beside it. */
export function icon(name: string): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg"
  const svg = document.createElementNS(namespace, "svg")
  svg.setAttribute("class", "icon")
  svg.setAttribute("aria-hidden", "true")
  const use = document.createElementNS(namespace, "use")
  use.setAttribute("href", `#icon-${name}`)
  svg.append(use)
  return svg
}

/** @throws Error when index.html has no such element */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) {
    throw new Error(`#${id} is missing in index.html`)
  }
  return element
}

/** Writes a text, and only when it differs: a screen reader reads what changes. */
export function write(id: string, text: string | null): void {
  const element = byId(id)
  element.hidden = text === null
  if (element.textContent !== text) {
    element.textContent = text
  }
}
