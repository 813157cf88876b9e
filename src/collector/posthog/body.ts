import { BodyProblem, parseJson } from "../body"

/**
 * Decodes a body: JSON as it is, or base64 of it, bare or as the form field
 * `data`. What is gzip was unpacked before.
 *
 * @param body - of a POST, or the `data` of a GET's query
 * @throws BodyProblem when it is none of these
 */
export function decodeBody(body: Buffer): unknown {
  const text = body.toString("utf8").trim()
  if (text.startsWith("{") || text.startsWith("[")) {
    return parseJson(body)
  }
  const data = text.startsWith("data=")
    ? (new URLSearchParams(text).get("data") ?? "")
    : text
  if (data.startsWith("{") || data.startsWith("[")) {
    return parseJson(Buffer.from(data))
  }
  // A form turns `+` into a blank, unless the client escaped it.
  const base64 = data.replaceAll(" ", "+")
  if (!/^[\w+/-]+={0,2}$/.test(base64)) {
    throw new BodyProblem(400, "The body is neither JSON nor base64 of it")
  }
  return parseJson(Buffer.from(base64, "base64"))
}
