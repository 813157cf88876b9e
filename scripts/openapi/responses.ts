import { STATUS_CODES } from "node:http"

import ts from "typescript"

import { refTo } from "./components"
import { DEFAULT_RESPONSE, ERROR, meaningOf, responseName } from "./fixed"
import type { JsonObject, Schema } from "./json"
import type { OperationInput } from "./operation"
import type { Route } from "./routes"

const JSON_TYPE = "application/json"
/** Members of a response type that are refusals, by their names. */
const REFUSAL = /(Refusal|Error|Problem)$/
/** What handlers that answer refusals themselves give them. */
const OWN_STATUSES = [409, 422]

/** Every response of an operation, by status. */
export function responsesOf(
  input: OperationInput,
  failures: Map<number, string>
): JsonObject {
  const { answer, refusal } = splitResponse(input.route.response)
  const answerSchema = joined(input, answer)
  const refusalSchema = joined(input, refusal)
  const entries: [number, JsonObject][] = []
  successesOf(input, answerSchema !== null).forEach((types, status) =>
    entries.push([
      status,
      withContent(STATUS_CODES[status] ?? "OK", types, answerSchema),
    ])
  )
  failures.forEach((text, status) => {
    const types = input.behaviour?.failures.get(status)
    entries.push([
      status,
      types?.size
        ? withContent(text || meaningOf(status), types, answerSchema)
        : failure(status, text, refusalSchema),
    ])
  })
  entries.sort(([a], [b]) => a - b)
  return { ...Object.fromEntries(entries), default: DEFAULT_RESPONSE }
}

/** Whether the handler itself answers refusals, with statuses of its own. */
export function refuses({ response }: Route): boolean {
  return splitResponse(response).refusal.length > 0
}

function withContent(
  description: string,
  types: Set<string>,
  schema: Schema | null
): JsonObject {
  const content = [...types].sort().map((type): [string, JsonObject] => {
    if (type === JSON_TYPE) {
      return [type, schema ? { schema } : {}]
    }
    return [
      type,
      type.startsWith("text/") ? { schema: { type: "string" } } : {},
    ]
  })
  return {
    description,
    ...(content.length ? { content: Object.fromEntries(content) } : {}),
  }
}

function failure(
  status: number,
  text: string,
  refusal: Schema | null
): JsonObject {
  // A typed refusal is what the handler answers itself; the rest is Medusa's.
  const own = OWN_STATUSES.includes(status) ? refusal : null
  return text || own
    ? {
        description: text || meaningOf(status),
        content: { [JSON_TYPE]: { schema: own ?? refTo(ERROR) } },
      }
    : { $ref: `#/components/responses/${responseName(status)}` }
}

/** Successes with their content types; a plain 200 where none can be read. */
function successesOf(
  { route, behaviour, warn }: OperationInput,
  isTyped: boolean
): Map<number, Set<string>> {
  const successes = new Map(behaviour?.successes)
  if (successes.size === 0) {
    successes.set(200, new Set(isTyped ? [JSON_TYPE] : []))
    if (!isTyped) {
      warn(
        `${route.file}: what ${route.method} answers cannot be read; write MedusaResponse<...> with a type of src/sdk/types`
      )
    }
    return successes
  }
  const sendsJson = [...successes.values()].some((types) =>
    types.has(JSON_TYPE)
  )
  if (sendsJson && !isTyped) {
    warn(
      `${route.file}: ${route.method} answers JSON of no stated type; write MedusaResponse<...> with a type of src/sdk/types`
    )
  }
  return successes
}

function splitResponse(node: ts.TypeNode | null): {
  answer: ts.TypeNode[]
  refusal: ts.TypeNode[]
} {
  const members = !node
    ? []
    : ts.isUnionTypeNode(node)
      ? [...node.types]
      : [node]
  const isRefusal = (member: ts.TypeNode) =>
    ts.isTypeReferenceNode(member) && REFUSAL.test(member.typeName.getText())
  return {
    answer: members.filter((member) => !isRefusal(member)),
    refusal: members.filter(isRefusal),
  }
}

function joined(
  { types }: OperationInput,
  nodes: ts.TypeNode[]
): Schema | null {
  const schemas = nodes.map((node) => types.fromNode(node))
  return schemas.length > 1 ? { anyOf: schemas } : (schemas[0] ?? null)
}
