import { IncomingMessage } from "node:http"

import { parseJson, readBody } from "./body"
import { Share } from "./budget"
import { Call } from "./calls"
import { readCall, Reading } from "./read-call"
import { CallFacts } from "./read-message"
import { writeKeyIn, writeKeyOf } from "./write-key"

/** What became of the events of a request. */
export type Counts = {
  stored: number
  /** Without consent: only their number is kept. */
  counted: number
  duplicates: number
  dropped: number
}

/** How one family of clients speaks: everything in which they differ. */
export type Dialect = {
  /** The write key, when it came ahead of the body. */
  keyAhead(req: IncomingMessage, query: URLSearchParams): string | null
  /**
   * Reads and decodes a body.
   *
   * @param share - is charged for what is read
   * @throws BodyProblem when that cannot be done
   * @throws Overloaded when there is no room for it now
   */
  decode(
    req: IncomingMessage,
    query: URLSearchParams,
    share: Share
  ): Promise<Decoded>
  /** What the client likes to hear when its events are stored. */
  thanks(counts: Counts): object
}

/** A body that was understood so far. */
export type Decoded = {
  writeKey: string | null
  read(facts: CallFacts): Reading
}

/** Segment and RudderStack. */
export const segmentDialect = (call: Call): Dialect => ({
  keyAhead: writeKeyOf,
  async decode(req, _query, share) {
    const json = parseJson(await readBody(req, share))
    return {
      writeKey: writeKeyIn(json),
      read: (facts) => readCall(call, json, facts),
    }
  },
  thanks: (counts) => ({ success: true, ...counts }),
})
