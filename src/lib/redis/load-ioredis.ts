import { createRequire } from "node:module"

/** Redis is configured and the package that speaks to it is not installed. */
export class IoredisMissing extends Error {
  override name = "IoredisMissing"

  constructor(cause: unknown) {
    super(
      "options.redisUrl is set, but the package ioredis cannot be loaded: npm install ioredis@^5.4.1",
      { cause }
    )
  }
}

/**
 * Loads ioredis. It is an optional peer, of Medusa too, so it is loaded only
 * when it is needed.
 *
 * @throws IoredisMissing when the package is not installed
 */
export function loadIoredis(): typeof import("ioredis") {
  try {
    const load = createRequire(__filename)
    return load("ioredis") as typeof import("ioredis")
  } catch (cause) {
    throw new IoredisMissing(cause)
  }
}
