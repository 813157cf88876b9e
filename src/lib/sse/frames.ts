import { MedusaError } from "@medusajs/framework/utils"

import { SseMessage } from "./types"

const EVENT_NAME = /^[\w.-]{1,64}$/
const MAX_BYTES = 64 * 1024

/** Keeps the connection open without the page noticing. */
export const HEARTBEAT_FRAME = ":\n\n"

/** First line of a stream: how long a browser waits before it comes back. */
export const retryFrame = (retryMs: number): string => `retry: ${retryMs}\n\n`

/**
 * Writes one event of `text/event-stream`. JSON has no raw line breaks, so one
 * `data` line always suffices.
 *
 * @param id - where the client resumes; left out for messages to one client only
 */
export function eventFrame({ event, data }: SseMessage, id?: string): string {
  const json = JSON.stringify(data) ?? "null"
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${json}\n\n`
}

/**
 * Refuses what would break the stream or fill the memory of every process.
 *
 * @throws MedusaError INVALID_ARGUMENT
 */
export function assertPublishable(topic: string, message: SseMessage): void {
  if (!EVENT_NAME.test(message.event)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `"${message.event}" on topic ${topic} is not an event name: use letters, digits, ".", "_" and "-"`
    )
  }
  const bytes = Buffer.byteLength(eventFrame(message))
  if (bytes > MAX_BYTES) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `Event "${message.event}" on topic ${topic} has ${bytes} bytes, ${MAX_BYTES} are allowed: publish a hint and let the client fetch the rest`
    )
  }
}
