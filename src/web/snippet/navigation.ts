/** Calls back when the address changes without a page load, fragments aside. */
export function onNavigation(changed: () => void): void {
  const address = () => location.pathname + location.search
  let last = address()
  const look = () => {
    if (last !== address()) {
      last = address()
      changed()
    }
  }
  for (const name of ["pushState", "replaceState"] as const) {
    const original = history[name]
    history[name] = (...words) => {
      original.apply(history, words)
      look()
    }
  }
  addEventListener("popstate", look)
  // A page that the browser had kept is shown again.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) {
      changed()
    }
  })
}

/** Calls back whenever the page is shown or hidden; hidden may be its end. */
export function onVisibility(changed: (isVisible: boolean) => void): void {
  addEventListener("visibilitychange", () => changed(isVisible()), true)
  addEventListener("pagehide", () => changed(false))
}

export const isVisible = () => document.visibilityState === "visible"

/** Waits while a browser makes the page ahead, in case somebody goes there. */
export function whenShown(begin: () => void): void {
  if ("prerendering" in document && document.prerendering) {
    document.addEventListener("prerenderingchange", begin, { once: true })
  } else {
    begin()
  }
}
