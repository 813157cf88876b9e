import { createRequire } from "node:module"
import path from "node:path"

import { z } from "@medusajs/framework/zod"
import ts from "typescript"

import type { Components } from "./components"
import { docOf, withoutPlace } from "./doc-comment"
import { isJsonObject, type Json, type Schema } from "./json"
import { placeOf, type Source } from "./program"

type Context = {
  source: Source
  components: Components
  warn: (message: string) => void
}

/**
 * Turns the schemas that validate requests into JSON Schema: what they accept
 * as input. The file of a schema is loaded; its comments are taken from the
 * source.
 */
export class ZodSchemas {
  private readonly load: NodeJS.Require

  constructor(private readonly context: Context) {
    this.load = createRequire(path.join(context.source.root, "package.json"))
  }

  /** A component; null when the schema cannot be had. */
  refer(declaration: ts.Declaration): Schema | null {
    const found = this.find(declaration)
    return (
      found &&
      this.context.components.refer(declaration, found.name, () =>
        this.convert(declaration, found.name, found.schema)
      )
    )
  }

  /** The schema written out, for the parts of a query. */
  expand(declaration: ts.Declaration): Schema | null {
    const found = this.find(declaration)
    return found && this.convert(declaration, found.name, found.schema)
  }

  /** What the comment of a schema says beyond where it is used. */
  docOf(declaration: ts.Declaration): string {
    const symbol = this.symbolOf(declaration)
    return symbol ? withoutPlace(docOf(this.context.source, symbol)) : ""
  }

  private find(
    declaration: ts.Declaration
  ): { name: string; schema: z.ZodType } | null {
    const name = this.symbolOf(declaration)?.name ?? ""
    const loaded: unknown = this.load(declaration.getSourceFile().fileName)
    const schema =
      typeof loaded === "object" && loaded !== null && name in loaded
        ? Object.entries(loaded).find(([key]) => key === name)?.[1]
        : undefined
    if (schema instanceof z.ZodType) {
      return { name, schema }
    }
    this.context.warn(
      `${placeOf(this.context.source, declaration)}: ${name || "this"} is no exported zod schema, so the request cannot be described`
    )
    return null
  }

  private convert(
    declaration: ts.Declaration,
    name: string,
    schema: z.ZodType
  ): Schema {
    const { checker } = this.context.source
    const json = toJsonSchema(schema)
    const hoisted = this.hoist(name, json)
    const symbol = this.symbolOf(declaration)
    if (symbol) {
      describe(this.context.source, hoisted, inputOf(checker, symbol))
    }
    const doc = this.docOf(declaration)
    return doc ? { ...hoisted, description: doc } : hoisted
  }

  /** Parts that refer to each other become components of their own. */
  private hoist(name: string, { $defs, ...schema }: Schema): Schema {
    const nameOf = (key: string) =>
      /^__schema\d+$/.test(key) ? `${name}Part${key.slice(8)}` : key
    const rename = (value: Json): Json => {
      if (Array.isArray(value)) {
        return value.map(rename)
      }
      if (!isJsonObject(value)) {
        return value
      }
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) =>
          key === "$ref" && typeof inner === "string"
            ? [key, component(inner, name, nameOf)]
            : [key, rename(inner)]
        )
      )
    }
    Object.entries(isJsonObject($defs) ? $defs : {}).forEach(([key, part]) => {
      const renamed = rename(part)
      if (isJsonObject(renamed)) {
        this.context.components.add(nameOf(key), renamed)
      }
    })
    const renamed = rename(schema)
    return isJsonObject(renamed) ? renamed : {}
  }

  private symbolOf(declaration: ts.Declaration): ts.Symbol | undefined {
    return ts.isVariableDeclaration(declaration)
      ? this.context.source.checker.getSymbolAtLocation(declaration.name)
      : undefined
  }
}

function component(
  ref: string,
  name: string,
  nameOf: (key: string) => string
): string {
  const key = ref.replace(/^#(\/\$defs\/)?/, "")
  return `#/components/schemas/${key ? nameOf(key) : name}`
}

/** What a schema takes in; parts that JSON Schema has no words for take anything. */
export function toJsonSchema(schema: z.ZodType): Schema {
  const made = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-2020-12",
    unrepresentable: "any",
    override: ({ jsonSchema, zodSchema }) => {
      const { def } = zodSchema._zod
      if (def.type === "date") {
        Object.assign(jsonSchema, { type: "string", format: "date-time" })
      }
      if (def.type === "object" && jsonSchema.required) {
        const { shape } = def
        jsonSchema.required = jsonSchema.required.filter(
          (name) => !mayBeLeftOut(shape[name])
        )
      }
      // z.int() means every integer that JavaScript holds exactly.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) {
        delete jsonSchema.maximum
      }
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) {
        delete jsonSchema.minimum
      }
      // Names are strings in any case; only their length says something.
      if (Object.keys(jsonSchema.propertyNames ?? {}).join() === "type") {
        delete jsonSchema.propertyNames
      }
    },
  })
  const json: Json = JSON.parse(JSON.stringify(made))
  const { $schema: _draft, ...rest } = isJsonObject(json) ? json : {}
  return rest
}

/** Preprocessing hides from zod that what comes after takes nothing, too. */
function mayBeLeftOut(schema: z.core.$ZodType | undefined): boolean {
  const def = schema && (schema as z.core.$ZodTypes)._zod.def
  return (
    def?.type === "pipe" &&
    (def.in as z.core.$ZodTypes)._zod.def.type === "transform" &&
    def.out._zod.optin === "optional"
  )
}

/** The type that `z.input` gives, where the comments of properties are. */
function inputOf(
  checker: ts.TypeChecker,
  symbol: ts.Symbol
): ts.Type | undefined {
  const type = checker.getTypeOfSymbol(symbol)
  const internals = propertyOf(checker, type, "_zod")
  return internals && propertyOf(checker, internals, "input")
}

function propertyOf(
  checker: ts.TypeChecker,
  type: ts.Type,
  name: string
): ts.Type | undefined {
  const property = checker.getPropertyOfType(type, name)
  return property && checker.getTypeOfSymbol(property)
}

/** Puts the comments of a type's properties to those of its schema. */
function describe(
  source: Source,
  schema: Json,
  type: ts.Type | undefined
): void {
  if (!type || !isJsonObject(schema)) {
    return
  }
  const { checker } = source
  const { items, properties } = schema
  if (isJsonObject(items) && checker.isArrayType(type)) {
    describe(
      source,
      items,
      checker.getTypeArguments(type as ts.TypeReference)[0]
    )
  }
  if (!isJsonObject(properties)) {
    return
  }
  Object.entries(properties).forEach(([name, inner]) => {
    const symbol = checker.getPropertyOfType(type, name)
    if (!symbol || !isJsonObject(inner)) {
      return
    }
    describe(
      source,
      inner,
      checker.getNonNullableType(checker.getTypeOfSymbol(symbol))
    )
    const doc = docOf(source, symbol)
    if (doc && !inner.description) {
      inner.description = doc
    }
  })
}
