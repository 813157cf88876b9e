import { Tooltip } from "@medusajs/ui"
import { useEffect, useState } from "react"

import { useLocale } from "../hooks/use-locale"
import { formatInstant, formatRelative } from "../lib/dates"

const MINUTE_MS = 60_000

/** An instant as "5 minutes ago", the exact time at hand. */
export function RelativeInstant({ instant }: { instant: string }) {
  const locale = useLocale()
  const [now, setNow] = useState(() => new Date())

  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])

  const latest = Math.max(now.getTime(), Date.parse(instant))
  return (
    <Tooltip content={formatInstant(instant, locale)}>
      <time dateTime={instant}>
        {formatRelative(instant, new Date(latest), locale)}
      </time>
    </Tooltip>
  )
}
