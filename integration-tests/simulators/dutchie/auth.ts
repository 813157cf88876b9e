import type { SimRequest } from "../shared/request"
import type { Key } from "./state/people"
import type { Store } from "./store"

/**
 * The key of a request: HTTP Basic, the key as user name.
 * Source: https://api.pos.dutchie.com/pages/authentication.html
 *
 * @returns undefined for a bad one, which is answered with 401
 */
export function authenticate(
  { state: { keys }, switches }: Store,
  { headers }: Pick<SimRequest, "headers">
): Key | undefined {
  const [, encoded] = /^basic\s+(.+)$/i.exec(headers.authorization ?? "") ?? []
  const [name, ...rest] = Buffer.from(encoded ?? "", "base64")
    .toString("utf8")
    .split(":")
  const password = rest.join(":")
  const found = keys.find(({ key, revoked }) => key === name && !revoked)
  const passes = {
    ignored: true,
    empty: password === "",
    required: found?.integratorKey === password,
  }[switches.basic_password]
  return passes ? found : undefined
}
