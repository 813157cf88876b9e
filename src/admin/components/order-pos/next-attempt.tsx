import { useEffect, useState } from "react"

import { useLocale } from "../../hooks/use-locale"
import { formatRelative } from "../../lib/dates"

const TICK_MS = 5_000

/** An instant that lies ahead, as "in 2 minutes"; one that has come is due now. */
export function NextAttempt({ instant }: { instant: string }) {
  const locale = useLocale()
  const [now, setNow] = useState(() => new Date())

  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MS)
    return () => clearInterval(timer)
  }, [])

  const earliest = Math.min(now.getTime(), Date.parse(instant))
  return (
    <time dateTime={instant}>
      {formatRelative(instant, new Date(earliest), locale)}
    </time>
  )
}
