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
 * Names under which clients put who somebody is, wherever they stand, also
 * behind another word (`billing_address`); compared without case, `$` and `_`.
 */
const PERSONAL = [
  "address",
  "address1",
  "address2",
  "advertisingid",
  "anonymousid",
  "birthday",
  "customerid",
  "deviceid",
  "distinctid",
  "email",
  "firstname",
  "fullname",
  "lastname",
  "latitude",
  "longitude",
  "phone",
  "phonenumber",
  "postalcode",
  "previousid",
  "sessionid",
  "traits",
  "useragent",
  "useragentdata",
  "userid",
  "username",
  "windowid",
]

/** The same where they stand alone: inside other words they mean other things. */
const PERSONAL_ALONE = new Set([
  "alias",
  "customer",
  "externalids",
  "idfa",
  "idfv",
  "ip",
  "set",
  "setonce",
  "token",
  "user",
  "zip",
])

function isPersonal(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "")
  return (
    PERSONAL_ALONE.has(plain) || PERSONAL.some((word) => plain.endsWith(word))
  )
}

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
  const kept = Object.fromEntries(
    CONTEXT.flatMap((name) =>
      name in context ? [[name, cleaned(context[name])]] : []
    )
  )
  return isObject(kept.device)
    ? { ...kept, device: without(kept.device, "id") }
    : kept
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(cleaned)
  }
  if (typeof value === "string") {
    return isAddress(value) ? value.replace(/[?#].*$/s, "") : value
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, each]) =>
          isPersonal(name) || isQuery(name, each) ? [] : [[name, cleaned(each)]]
        )
      )
    : value
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const without = (value: Json, name: string): Json =>
  Object.fromEntries(Object.entries(value).filter(([each]) => each !== name))

/** A page's, with or without its host. */
const isAddress = (value: string) => /^(https?:\/\/|\/)/i.test(value)

/** `search` of a page is its query, as `?utm_source=..&email=..`. */
const isQuery = (name: string, value: unknown) =>
  name === "search" && typeof value === "string" && value.startsWith("?")
