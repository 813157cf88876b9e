import { createHash, randomBytes, timingSafeEqual } from "node:crypto"

const TOKEN_BYTES = 32
/** 32 bytes in base64url: 43 characters, of which the last carries four bits. */
const TOKEN_PATTERN = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/

/** Makes an unguessable token for a public link: 32 random bytes, base64url. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url")
}

/** Tells whether a string has the form of `newToken()`, so that nonsense costs no query. */
export function isToken(value: string): boolean {
  return TOKEN_PATTERN.test(value)
}

/**
 * What is stored of a token: its SHA-256 in hex. A token has 256 random bits,
 * so it needs neither salt nor a slow hash, and a copy of the table opens no link.
 */
export function hashToken(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex")
}

/**
 * Compares two secrets in a time that does not depend on where they differ.
 * Hashing first makes the lengths equal, which `timingSafeEqual` demands.
 */
export function tokensEqual(a: string, b: string): boolean {
  const digest = (value: string) =>
    createHash("sha256").update(value, "utf8").digest()
  return timingSafeEqual(digest(a), digest(b))
}
