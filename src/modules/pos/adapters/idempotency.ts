import { createHash } from "node:crypto"

/**
 * A GUID that is always the same for the same words: vendors want one, and a
 * replay after a crash must name the one of before without having stored it.
 */
export function stableGuid(...words: string[]): string {
  const hex = createHash("sha256").update(words.join("\n")).digest("hex")
  const variant = ((parseInt(hex[16], 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    // Version 8 (RFC 9562): made of a hash the standard does not prescribe.
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-")
}
