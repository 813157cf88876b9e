import { useCallback } from "react"

import { useExceptions } from "../../../../hooks/api/exceptions"
import type { Range } from "./calendar-days"
import { closuresOn } from "./closures"

/** The most that one answer holds; six weeks have not nearly as many. */
const LIMIT = 200

/** Asks why days are closed; where that may not be read, they are only closed. */
export function useClosures(
  range: Range,
  districtId: string | null
): (date: string) => string[] {
  const { exceptions } = useExceptions({ ...range, limit: LIMIT })
  return useCallback(
    (date) => closuresOn(exceptions ?? [], date, districtId),
    [exceptions, districtId]
  )
}
