import ts from "typescript"

import { Evaluator } from "./evaluate"
import type { Value } from "./evaluate-parts"
import { placeOf, type Source } from "./program"

/** What the gathered middlewares say of one matcher. */
export type MiddlewareEntry = {
  /** As an OpenAPI path, e.g. `/store/carts/{id}`. */
  path: string
  /** None: the whole subtree, with every method. */
  methods: string[] | null
  /** Declarations of the zod schemas. */
  body: ts.Declaration | null
  query: ts.Declaration | null
  /** Whether a customer has to be logged in, or may be. */
  customer: "required" | "optional" | null
  place: string
}

const VALIDATES = /^validate\w*(Body|Query)$/
const OPAQUE = /^(validate\w*(Body|Query)|authenticate)$/

/**
 * Reads the list that `src/api/middlewares.ts` hands to Medusa, through the
 * lists it is gathered from.
 */
export function readMiddlewares(
  source: Source,
  file: ts.SourceFile,
  warn: (message: string) => void
): MiddlewareEntry[] {
  const evaluator = new Evaluator(source, OPAQUE)
  const list = gatheredList(file)
  const value = list && evaluator.evaluate(list)
  if (value?.kind !== "list") {
    warn(
      `${placeOf(source, list ?? file)}: the middlewares cannot be read; hand defineMiddlewares a list of constants`
    )
    return []
  }
  return value.items.flatMap((item) => {
    const entry = readEntry(source, evaluator, item, warn)
    return entry ? [entry] : []
  })
}

/** `export default defineMiddlewares({ routes: [...] })` or of a plain list. */
function gatheredList(file: ts.SourceFile): ts.Expression | null {
  const exported = file.statements.find(ts.isExportAssignment)?.expression
  const given =
    exported && ts.isCallExpression(exported) ? exported.arguments[0] : null
  if (!given || !ts.isObjectLiteralExpression(given)) {
    return given
  }
  const routes = given.properties.find(
    (property) => property.name && property.name.getText() === "routes"
  )
  return routes && ts.isPropertyAssignment(routes) ? routes.initializer : null
}

function readEntry(
  source: Source,
  evaluator: Evaluator,
  item: Value,
  warn: (message: string) => void
): MiddlewareEntry | null {
  const matcher = item.kind === "object" && item.fields.get("matcher")
  if (item.kind !== "object" || !matcher || matcher.kind !== "text") {
    const node = "node" in item ? item.node : null
    warn(
      `${node ? placeOf(source, node) : "src/api/middlewares.ts"}: a middleware's matcher cannot be read; write it as a constant`
    )
    return null
  }
  const entry: MiddlewareEntry = {
    path: matcher.text.replace(/:(\w+)/g, "{$1}"),
    methods: readMethods(item.fields.get("methods")),
    body: null,
    query: null,
    customer: null,
    place: matcher.text,
  }
  const middlewares = item.fields.get("middlewares")
  const calls = middlewares?.kind === "list" ? middlewares.items : []
  calls.forEach((call) => {
    if (call.kind !== "call") {
      return
    }
    if (call.name === "authenticate") {
      entry.customer = customerOf(evaluator, call) ?? entry.customer
      return
    }
    const [, part] = VALIDATES.exec(call.name) ?? []
    const origin = part && call.inputs[0] && evaluator.origin(call.inputs[0])
    if (origin) {
      entry[part === "Body" ? "body" : "query"] = origin
    } else if (part) {
      warn(
        `${placeOf(source, call.node)}: give this validator a schema that a file exports, so that it can be described`
      )
    }
  })
  return entry
}

function readMethods(value: Value | undefined): string[] | null {
  if (value?.kind === "text") {
    return [value.text]
  }
  return value?.kind === "list"
    ? value.items.flatMap((item) => (item.kind === "text" ? [item.text] : []))
    : null
}

function customerOf(
  evaluator: Evaluator,
  call: Extract<Value, { kind: "call" }>
): "required" | "optional" | null {
  const [actor, , options] = call.inputs.map(({ node, scope }) => ({
    node,
    value: evaluator.evaluate(node, scope),
  }))
  const isCustomer =
    actor?.value.kind === "text"
      ? actor.value.text === "customer"
      : actor?.value.kind === "list" &&
        actor.value.items.some(
          (item) => item.kind === "text" && item.text === "customer"
        )
  if (!isCustomer) {
    return null
  }
  return /allowUnauthenticated:\s*true/.test(options?.node.getText() ?? "")
    ? "optional"
    : "required"
}

/** The entries that apply to an operation, in the order they are gathered. */
export function entriesFor(
  entries: MiddlewareEntry[],
  path: string,
  method: string
): MiddlewareEntry[] {
  const plain = nameless(path)
  return entries.filter((entry) => {
    const matcher = nameless(entry.path)
    if (entry.methods) {
      return entry.methods.includes(method) && matches(matcher, plain)
    }
    return matches(matcher, plain) || plain.startsWith(`${matcher}/`)
  })
}

function matches(matcher: string, path: string): boolean {
  return matcher.endsWith("*")
    ? path.startsWith(matcher.slice(0, -1).replace(/\/$/, ""))
    : matcher === path
}

/** Parameters match whatever their names. */
function nameless(path: string): string {
  return path.replace(/\{\w+\}/g, "{}")
}
