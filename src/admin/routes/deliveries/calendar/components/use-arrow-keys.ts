import { useEffect } from "react"

import { move } from "./calendar-days"
import type { CalendarState } from "./use-calendar-state"

/** Where arrow keys mean something else. */
const OCCUPIED =
  "input, textarea, select, [contenteditable], [role=dialog], [role=listbox], [role=combobox], [role=menu], [role=grid]"

/** Left and right lead to the time before and after, wherever the focus is. */
export function useArrowKeys({
  view,
  date,
  go,
}: Pick<CalendarState, "view" | "date" | "go">): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
      const { target } = event
      if (
        steps === undefined ||
        event.defaultPrevented ||
        event.metaKey ||
        event.ctrlKey ||
        event.altKey ||
        event.shiftKey ||
        (target instanceof Element && target.closest(OCCUPIED)) ||
        // A drawer is open, though the focus may still be outside of it.
        document.querySelector("[role=dialog]")
      ) {
        return
      }
      event.preventDefault()
      go({ date: move(view, date, steps) }, { replace: true })
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [view, date, go])
}
