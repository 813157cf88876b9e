"use client"

import { useEffect, useState } from "react"
import { z } from "zod"

/** What the shop tells of a delivery while it is followed. */
const stateSchema = z.object({
  stage: z.string(),
  /** The time as it is now: it may be moved while somebody looks. */
  date: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  /** Customers who come first, once it is on the way. */
  stops_before: z.number().nullable().catch(null),
  delivered_at: z.string().nullable(),
  updated_at: z.string(),
})
export type TrackerState = z.infer<typeof stateSchema>
export type Following = {
  state: TrackerState | undefined
  /** `over`: the link has stopped working, nothing more will come. */
  link: "connecting" | "live" | "lost" | "over"
}

const RETRY_MS = 5_000

/** Follows a delivery as it happens. */
export function useTracker(token: string): Following {
  const [state, setState] = useState<TrackerState>()
  const [link, setLink] = useState<Following["link"]>("connecting")

  useEffect(() => {
    let source: EventSource
    let timer: ReturnType<typeof setTimeout> | undefined
    const open = () => {
      source = new EventSource(`/track/${token}/events`)
      source.addEventListener("open", () => setLink("live"))
      source.addEventListener("state", ({ data }) => {
        const read = stateSchema.safeParse(JSON.parse(data))
        if (read.success) {
          setState(read.data)
        } else {
          console.warn("The tracker told something unknown:", read.error)
        }
      })
      source.addEventListener("gone", () => {
        setLink("over")
        source.close()
      })
      source.addEventListener("error", () => {
        setLink("lost")
        // A refused stream is not taken up again by the browser itself.
        if (source.readyState === EventSource.CLOSED) {
          timer = setTimeout(open, RETRY_MS)
        }
      })
    }
    open()
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [token])

  return { state, link }
}
