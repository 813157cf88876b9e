import { IncomingMessage } from "node:http"

import { MedusaError } from "@medusajs/framework/utils"

/** A driver's entry is a few hundred bytes; a name and a note fit many times. */
const MAX_BYTES = 32 * 1024

/**
 * Reads a body as JSON. Medusa's parser is off on these paths: it would refuse
 * a damaged body before the link's token is out of the log.
 *
 * @throws MedusaError INVALID_DATA when it is too large or no JSON
 */
export async function readJson(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) {
      throw invalid(`The body is larger than ${MAX_BYTES / 1024} KB`)
    }
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"))
  } catch {
    throw invalid("The body is not valid JSON")
  }
}

const invalid = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
