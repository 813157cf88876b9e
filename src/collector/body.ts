import { IncomingMessage } from "node:http"
import { promisify } from "node:util"
import { gunzip } from "node:zlib"

import { Share } from "./budget"
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
 * @param share - is charged for what is read, and for what that unpacks to
 * @throws BodyProblem when it is too large or damaged
 * @throws Overloaded when there is no room for it now
 */
export async function readBody(
  req: IncomingMessage,
  share: Pick<Share, "holdBytes">
): Promise<Buffer> {
  const body = await receive(req, share)
  const isGzip = body[0] === 0x1f && body[1] === 0x8b
  if (!isGzip) {
    return body
  }
  const unpacked = await unpackWithin(body, LIMITS.unpackedBytes)
  share.holdBytes(unpacked.length)
  return unpacked
}

/** By listeners: an async iterator takes several times as long. */
function receive(
  req: IncomingMessage,
  share: Pick<Share, "holdBytes">
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const fail = (error: unknown) => {
      chunks.length = 0
      req.off("data", take)
      reject(error)
    }
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size > PATIENCE) {
        fail(tooLarge())
      } else if (size <= LIMITS.bodyBytes) {
        try {
          share.holdBytes(chunk.length)
          chunks.push(chunk)
        } catch (error) {
          fail(error)
        }
      } else {
        chunks.length = 0
      }
    }
    req.on("data", take)
    req.once("end", () =>
      size > LIMITS.bodyBytes
        ? reject(tooLarge())
        : resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))
    )
    req.once("error", reject)
    req.once("close", () => {
      if (!req.complete) {
        reject(new Error("The client left"))
      }
    })
  })
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
