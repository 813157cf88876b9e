import { ServerResponse } from "node:http"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { ExportPart } from "../../../../workflows/activity/reader-events"

/** Newline-delimited JSON. */
export const LINES = "application/x-ndjson"

/**
 * Streams an export. The next page is read when the client has taken the one
 * before, so that a slow client costs time and no memory.
 *
 * A stream that ends without the line with `next_cursor` was cut: reading goes
 * on with the `cursor` of the last whole line.
 *
 * @throws what the first part throws, while nothing has been sent
 */
export async function sendLines(
  req: MedusaRequest,
  res: ServerResponse,
  parts: AsyncGenerator<ExportPart>
): Promise<void> {
  const first = await parts.next()
  // Nobody on the way is to collect the lines before passing them on.
  res.writeHead(200, {
    "Content-Type": `${LINES}; charset=utf-8`,
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  })
  try {
    await pipeline(
      Readable.from(linesOf(first, parts), { highWaterMark: 1 }),
      res
    )
  } catch (error) {
    // Half an answer is out, and stays without its last line.
    if (!isPrematureClose(error)) {
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `An export of events was cut: ${error instanceof Object && "message" in error ? error.message : error}`
        )
    }
  }
}

async function* linesOf(
  first: IteratorResult<ExportPart>,
  rest: AsyncGenerator<ExportPart>
): AsyncGenerator<string> {
  for (let part = first; !part.done; part = await rest.next()) {
    const { value } = part
    const lines = "events" in value ? value.events : [value]
    if (lines.length) {
      yield `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`
    }
  }
}

/** The client has gone, as it may. */
const isPrematureClose = (error: unknown) =>
  error instanceof Object &&
  "code" in error &&
  error.code === "ERR_STREAM_PREMATURE_CLOSE"
