import { type Json, type Schema } from "./json"

type Literal = string | number | boolean

export function nothing(): Schema {
  return { type: "null" }
}

/** One value as `const`, several as `enum`. */
export function literals(values: Literal[]): Schema {
  const types = [...new Set(values.map((value) => typeof value))]
  const type: Json = types.length === 1 ? types[0] : types
  return values.length === 1
    ? { type, const: values[0] }
    : { type, enum: values }
}

/**
 * One of several schemas, as short as it can be said: words of a union as one
 * `enum`, `string | null` as `type: ["string", "null"]`.
 */
export function anyOf(members: Schema[]): Schema {
  const words = members.filter(isLiteral)
  const merged =
    words.length > 1
      ? [mergeLiterals(words), ...members.filter((each) => !isLiteral(each))]
      : members
  const rest = merged.filter((member) => member.type !== "null")
  const isNullable = rest.length < merged.length
  if (rest.length === 0) {
    return nothing()
  }
  if (rest.length === 1) {
    return isNullable ? orNull(rest[0]) : rest[0]
  }
  return { anyOf: isNullable ? [...rest, nothing()] : rest }
}

/** All of several schemas. `& Record<string, unknown>` says nothing more. */
export function allOf(members: Schema[]): Schema {
  const telling = members.filter(
    (member) =>
      JSON.stringify(member) !== '{"type":"object","additionalProperties":{}}'
  )
  return telling.length === 1 ? telling[0] : { allOf: telling }
}

type Property = { name: string; required: boolean; schema: Schema }

/** @param rest - what other properties hold, where there may be others */
export function objectOf(properties: Property[], rest?: Schema): Schema {
  const required = properties
    .filter((property) => property.required)
    .map(({ name }) => name)
  return {
    type: "object",
    ...(properties.length
      ? {
          properties: Object.fromEntries(
            properties.map(({ name, schema }) => [name, schema])
          ),
        }
      : {}),
    ...(required.length ? { required } : {}),
    ...(rest ? { additionalProperties: rest } : {}),
  }
}

function isLiteral(schema: Schema): boolean {
  return (
    typeof schema.type === "string" && ("const" in schema || "enum" in schema)
  )
}

function mergeLiterals(members: Schema[]): Schema {
  const written = members.flatMap((member) =>
    Array.isArray(member.enum) ? member.enum : [member.const]
  )
  const values = [...new Set(written)]
  const isBoolean = values.length === 2 && values.every(isTruth)
  return isBoolean ? { type: "boolean" } : literals(values.filter(isPlain))
}

function isTruth(value: Json): boolean {
  return typeof value === "boolean"
}

function isPlain(value: Json): value is Literal {
  return ["string", "number", "boolean"].includes(typeof value)
}

function orNull(schema: Schema): Schema {
  if (typeof schema.type !== "string" || "allOf" in schema) {
    return { anyOf: [schema, nothing()] }
  }
  const type = [schema.type, "null"]
  if ("const" in schema) {
    return { type, enum: [schema.const, null] }
  }
  return Array.isArray(schema.enum)
    ? { type, enum: [...schema.enum, null] }
    : { ...schema, type }
}
