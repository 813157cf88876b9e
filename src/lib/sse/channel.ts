import { Sequence } from "./sequence"
import { SseMessage, StoredMessage } from "./types"

/** Carries messages to the clients of every process, this one included. */
export type Channel = {
  publish(topic: string, message: SseMessage): Promise<void>
  state(): "off" | "up" | "down"
  close(): void
}

export type ChannelListener = {
  /** A message for the clients of this process; each arrives once. */
  onMessage(topic: string, message: StoredMessage): void
  /** Messages may have been missed. */
  onGap(): void
}

/** Without Redis the only process is this one. */
export function localChannel(listener: ChannelListener): Channel {
  const sequence = new Sequence()
  return {
    publish: async (topic, message) =>
      listener.onMessage(topic, { ...message, id: sequence.next() }),
    state: () => "off",
    close: () => {},
  }
}
