import { useEffect, useState } from "react"
import { z } from "zod"

import type { SystemClockTick } from "../../sdk/types"
import { sdk } from "../lib/sdk"

const PATH = "/admin/system/clock"
/** A proxy can swallow a connection without closing it: silence counts as lost. */
const SILENCE_MS = 15_000
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000

const tickSchema = z.object({ now: z.string(), process_id: z.string() })

export type ClockConnection = "connecting" | "live" | "lost"
export type ServerClock = {
  connection: ClockConnection
  tick: SystemClockTick | null
  /** When the last tick arrived, in the browser's time. */
  receivedAt: Date | null
}

type Listener = {
  onTick: (tick: SystemClockTick) => void
  onConnection: (connection: ClockConnection) => void
}

/**
 * Follows the server's clock until stopped, connecting again after ever longer
 * pauses. `EventSource` would do that by itself but cannot send a token.
 *
 * @returns stops following
 */
function followClock({ onTick, onConnection }: Listener): () => void {
  let stopped = false
  let abort: (() => void) | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_RETRY_MS
  let lastId: string | undefined

  const listenForSilence = () => {
    clearTimeout(silence)
    silence = setTimeout(() => abort?.(), SILENCE_MS)
  }

  const connect = async () => {
    const response = await sdk.client.fetchStream(
      PATH,
      lastId ? { headers: { "Last-Event-ID": lastId } } : undefined
    )
    abort = response.abort
    if (stopped) {
      abort()
    }
    listenForSilence()
    for await (const message of response.stream ?? []) {
      listenForSilence()
      lastId = message.id === undefined ? lastId : String(message.id)
      const tick = tickSchema.safeParse(parse(message.data))
      if (message.event === "tick" && tick.success) {
        pause = FIRST_RETRY_MS
        onConnection("live")
        onTick(tick.data)
      }
    }
  }

  const run = () => {
    connect()
      // Why it ended does not matter: the page says so and tries again.
      .catch((error: unknown) => console.debug("clock stream ended", error))
      .finally(() => {
        clearTimeout(silence)
        if (stopped) {
          return
        }
        onConnection("lost")
        retry = setTimeout(run, pause)
        pause = Math.min(pause * 2, LAST_RETRY_MS)
      })
  }
  run()

  return () => {
    stopped = true
    clearTimeout(retry)
    clearTimeout(silence)
    abort?.()
  }
}

function parse(data: string | undefined): unknown {
  try {
    return JSON.parse(data ?? "null") as unknown
  } catch (error) {
    console.debug("clock sent something that is not JSON", error)
    return null
  }
}

/** The server's clock, live. */
export function useServerClock(): ServerClock {
  const [clock, setClock] = useState<ServerClock>({
    connection: "connecting",
    tick: null,
    receivedAt: null,
  })

  useEffect(
    () =>
      followClock({
        onTick: (tick) =>
          setClock({ connection: "live", tick, receivedAt: new Date() }),
        onConnection: (connection) =>
          setClock((current) => ({ ...current, connection })),
      }),
    []
  )
  return clock
}
