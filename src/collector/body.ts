import { IncomingMessage } from "node:http"
import { promisify } from "node:util"
import { gunzip } from "node:zlib"

import { LIMITS } from "./limits"

const unpack = promisify(gunzip)

/** Beyond this much nobody is listened to until the end, in bytes. */
const PATIENCE = 10 * LIMITS.bodyBytes

/** A body that cannot be read, with the status that says so. */
export class BodyProblem extends Error {
  override name = "BodyProblem"

  constructor(
    readonly status: 400 | 413,
    message: string
  ) {
    super(message)
  }
}

/**
 * Reads a request's body, unpacked. Whether it is packed is seen in its first
 * bytes: some clients do not say, and some name the wrong content type.
 *
 * @throws BodyProblem when it is too large or damaged
 */
export async function readBody(req: IncomingMessage): Promise<Buffer> {
  const body = await receive(req)
  const isGzip = body[0] === 0x1f && body[1] === 0x8b
  return isGzip ? unpackWithin(body, LIMITS.unpackedBytes) : body
}

async function receive(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= LIMITS.bodyBytes) {
      chunks.push(chunk)
    } else if (size > PATIENCE) {
      break
    }
  }
  if (size > LIMITS.bodyBytes) {
    throw tooLarge()
  }
  return Buffer.concat(chunks)
}

async function unpackWithin(body: Buffer, limit: number): Promise<Buffer> {
  try {
    return await unpack(body, { maxOutputLength: limit })
  } catch (error) {
    throw codeOf(error) === "ERR_BUFFER_TOO_LARGE"
      ? tooLarge()
      : new BodyProblem(400, "The body is not valid gzip")
  }
}

/**
 * @throws BodyProblem when the text is not JSON
 */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"))
  } catch {
    throw new BodyProblem(400, "The body is not valid JSON")
  }
}

function tooLarge(): BodyProblem {
  return new BodyProblem(
    413,
    `A request may have ${LIMITS.bodyBytes / 1024} KB, ${LIMITS.unpackedBytes / 1024} KB unpacked`
  )
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error
    ? error.code
    : undefined
}
