import { toast } from "@medusajs/ui"
import { useCallback } from "react"

import type { OverbookedSlot } from "../../../sdk/types"
import { soonestFirst } from "./texts"
import { useOverbookedTexts } from "./use-overbooked-texts"

/** More lines than this nobody reads in a message; the number is said above. */
const SHOWN = 6

/**
 * Warns of overbooked slots where no drawer is open to list them, in a message
 * that stays until it is closed. Says nothing when there are none.
 */
export function useWarnOverbooked(): (slots: OverbookedSlot[]) => void {
  const { title, whenOf, loadOf } = useOverbookedTexts()
  return useCallback(
    (slots) => {
      const sorted = soonestFirst(slots)
      if (sorted.length > 0) {
        toast.warning(title(sorted), {
          description: sorted
            .slice(0, SHOWN)
            .map((slot) => `${whenOf(slot)}: ${loadOf(slot)}`)
            .join("; "),
          duration: Infinity,
        })
      }
    },
    [loadOf, title, whenOf]
  )
}
