import { isJsonObject, type Json, type JsonObject } from "./json"

const METHODS = new Set(["get", "post", "put", "patch", "delete"])

/**
 * What is wrong with a document as such: references that lead nowhere, names
 * that are used twice, parameters that do not fit the path.
 */
export function problemsOf(document: JsonObject): string[] {
  return [
    ...brokenReferences(document),
    ...operationsOf(document).flatMap(parameterProblems),
    ...repeatedIds(document),
  ]
}

export type PlacedOperation = {
  path: string
  method: string
  operation: JsonObject
}

export function operationsOf(document: JsonObject): PlacedOperation[] {
  const paths = isJsonObject(document.paths) ? document.paths : {}
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(isJsonObject(item) ? item : {}).flatMap(
      ([method, operation]) =>
        METHODS.has(method) && isJsonObject(operation)
          ? [{ path, method, operation }]
          : []
    )
  )
}

/** What `#/components/...` leads to. */
export function follow(document: JsonObject, ref: string): Json | undefined {
  return ref
    .replace(/^#\//, "")
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<Json | undefined>(
      (at, part) => (isJsonObject(at) ? at[part] : undefined),
      document
    )
}

function brokenReferences(document: JsonObject): string[] {
  const broken = new Set<string>()
  const visit = (value: Json): void => {
    if (Array.isArray(value)) {
      value.forEach(visit)
    } else if (isJsonObject(value)) {
      const { $ref } = value
      if (typeof $ref === "string" && follow(document, $ref) === undefined) {
        broken.add($ref)
      }
      Object.values(value).forEach(visit)
    }
  }
  visit(document)
  return [...broken].map((ref) => `${ref} leads nowhere`)
}

function parameterProblems({
  path,
  method,
  operation,
}: PlacedOperation): string[] {
  const parameters = Array.isArray(operation.parameters)
    ? operation.parameters.filter(isJsonObject)
    : []
  const declared = parameters
    .filter((parameter) => parameter.in === "path")
    .map(({ name }) => String(name))
  const needed = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name)
  const keys = parameters.map(
    (each) => `${String(each.in)} ${String(each.name)}`
  )
  const place = `${method.toUpperCase()} ${path}`
  return [
    ...needed
      .filter((name) => !declared.includes(name))
      .map((name) => `${place}: {${name}} is not declared`),
    ...declared
      .filter((name) => !needed.includes(name))
      .map((name) => `${place}: ${name} is not in the path`),
    ...keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map((key) => `${place}: ${key} is declared twice`),
    ...(/[[\]:*]/.test(path)
      ? [`${place}: the path is not one of OpenAPI's`]
      : []),
  ]
}

function repeatedIds(document: JsonObject): string[] {
  const ids = operationsOf(document).map(({ operation }) =>
    String(operation.operationId)
  )
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
    (id) => `two operations are called ${id}`
  )
}
