import { useCallback, useState } from "react"

import { problemOf } from "@/lib/problems"

/**
 * Runs one request at a time and keeps why it failed, in words.
 *
 * @param explain - other words for errors that this place knows
 */
export function useAction(explain: (error: unknown) => string = problemOf) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const run = useCallback(
    async (action: () => Promise<void>): Promise<boolean> => {
      setBusy(true)
      setProblem(null)
      try {
        await action()
        return true
      } catch (error) {
        console.warn(error)
        setProblem(explain(error))
        return false
      } finally {
        setBusy(false)
      }
    },
    [explain]
  )
  return { run, isBusy, problem, setProblem }
}
