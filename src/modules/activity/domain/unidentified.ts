type Json = Record<string, unknown>

/** What of the context says something about the visit and nothing about who. */
const CONTEXT = [
  "app",
  "campaign",
  "device",
  "library",
  "locale",
  "os",
  "page",
  "screen",
  "timezone",
] as const

/**
 * Names under which clients put who somebody is, wherever they stand; compared
 * without case, `$` and `_`.
 */
const PERSONAL = new Set([
  "address",
  "address1",
  "address2",
  "advertisingid",
  "alias",
  "anondistinctid",
  "anonymousid",
  "birthday",
  "customer",
  "customerid",
  "deviceid",
  "distinctid",
  "email",
  "emailaddress",
  "externalids",
  "firstname",
  "fullname",
  "idfa",
  "idfv",
  "ip",
  "ipaddress",
  "lastname",
  "latitude",
  "longitude",
  "phone",
  "phonenumber",
  "postalcode",
  "previousid",
  "rawuseragent",
  "sessionid",
  "set",
  "setonce",
  "token",
  "traits",
  "useragent",
  "useragentdata",
  "userid",
  "username",
  "windowid",
  "zip",
])

const isPersonal = (name: string) =>
  PERSONAL.has(name.toLowerCase().replace(/[^a-z0-9]/g, ""))

/**
 * The properties of an event without what says who it was. Addresses of pages
 * lose their query, in which shops and mailings put people.
 *
 * Values are not looked into: a shop that puts a name into a property of its
 * own has put it there.
 */
export function unidentifiedProperties(properties: Json): Json {
  return cleaned(properties) as Json
}

/** The context of an event, reduced to what is known to say nothing of who. */
export function unidentifiedContext(context: Json): Json {
  return Object.fromEntries(
    CONTEXT.flatMap((name) =>
      name in context ? [[name, cleaned(context[name])]] : []
    )
  )
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(cleaned)
  }
  if (typeof value === "string") {
    return /^https?:\/\//i.test(value) ? value.replace(/[?#].*$/s, "") : value
  }
  if (typeof value !== "object" || value === null) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      isPersonal(name) || isQuery(name, each) ? [] : [[name, cleaned(each)]]
    )
  )
}

/** `search` of a page is its query, as `?utm_source=..&email=..`. */
const isQuery = (name: string, value: unknown) =>
  name === "search" && typeof value === "string" && value.startsWith("?")
