import ts from "typescript"

import type { Components } from "./components"
import { docOf } from "./doc-comment"
import type { Schema } from "./json"
import { fileOf, placeOf, resolveSymbol, type Source } from "./program"
import { allOf, anyOf, literals, nothing, objectOf } from "./schema-parts"

type Context = {
  source: Source
  components: Components
  warn: (message: string) => void
}

/**
 * Turns the TypeScript types of wire shapes into JSON Schema: types with a name
 * become components, the rest is written in place.
 *
 * It goes by what is written as long as it can, which keeps names and comments
 * (TypeScript forgets the name of a union inside a union), and by what the
 * checker makes of it otherwise (`Omit`, `Partial`, `z.infer`).
 */
export class TypeSchemas {
  constructor(private readonly context: Context) {}

  fromNode(node: ts.TypeNode): Schema {
    switch (node.kind) {
      case ts.SyntaxKind.StringKeyword:
        return { type: "string" }
      case ts.SyntaxKind.NumberKeyword:
        return { type: "number" }
      case ts.SyntaxKind.BooleanKeyword:
        return { type: "boolean" }
      case ts.SyntaxKind.UnknownKeyword:
      case ts.SyntaxKind.AnyKeyword:
        return {}
      default:
        return this.fromCompound(node)
    }
  }

  private fromCompound(node: ts.TypeNode): Schema {
    if (ts.isParenthesizedTypeNode(node)) {
      return this.fromNode(node.type)
    }
    if (ts.isTypeOperatorNode(node)) {
      return node.operator === ts.SyntaxKind.ReadonlyKeyword
        ? this.fromNode(node.type)
        : this.fromChecker(node)
    }
    if (ts.isArrayTypeNode(node)) {
      return { type: "array", items: this.fromNode(node.elementType) }
    }
    if (ts.isTypeLiteralNode(node)) {
      return this.fromObject(this.typeOf(node))
    }
    if (ts.isUnionTypeNode(node)) {
      const members = node.types.filter(
        ({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword
      )
      return anyOf(members.map((member) => this.fromNode(member)))
    }
    if (ts.isIntersectionTypeNode(node)) {
      return allOf(node.types.map((member) => this.fromNode(member)))
    }
    if (ts.isTypeReferenceNode(node)) {
      return this.fromReference(node)
    }
    return this.fromChecker(node)
  }

  private fromReference(node: ts.TypeReferenceNode): Schema {
    const { source } = this.context
    const symbol = resolveSymbol(
      source,
      source.checker.getSymbolAtLocation(node.typeName)
    )
    const [first, second] = node.typeArguments ?? []
    const named = symbol && this.fromNamed(symbol)
    if (named) {
      return named
    }
    switch (symbol?.name) {
      case "Array":
      case "ReadonlyArray":
        return { type: "array", items: this.fromNode(first) }
      case "Readonly":
        return this.fromNode(first)
      case "Record":
        return this.isOpenKey(first)
          ? { type: "object", additionalProperties: this.fromNode(second) }
          : this.fromChecker(node)
      default:
        return this.fromChecker(node)
    }
  }

  /** A component, where the name is one of the project's and not generic. */
  private fromNamed(symbol: ts.Symbol): Schema | null {
    const { source, components } = this.context
    const declaration = symbol.declarations?.find(
      (each) =>
        ts.isTypeAliasDeclaration(each) || ts.isInterfaceDeclaration(each)
    )
    if (
      !declaration ||
      declaration.typeParameters?.length ||
      !fileOf(source, declaration).match(/^(?!\.\.|node_modules\/)/)
    ) {
      return null
    }
    return components.refer(declaration, symbol.name, () =>
      described(
        ts.isTypeAliasDeclaration(declaration)
          ? this.fromNode(declaration.type)
          : this.fromObject(source.checker.getDeclaredTypeOfSymbol(symbol)),
        docOf(source, symbol)
      )
    )
  }

  private fromChecker(node: ts.TypeNode): Schema {
    const type = this.typeOf(node)
    if (type.flags & ts.TypeFlags.Any) {
      this.context.warn(
        `${placeOf(this.context.source, node)}: what ${node.getText()} is cannot be told; wire shapes are plain types of src/sdk/types`
      )
      return {}
    }
    // What a name stands for is not to be told by that name.
    return this.fromType(type, !ts.isTypeAliasDeclaration(node.parent))
  }

  private fromType(type: ts.Type, mayBeNamed = true): Schema {
    const { checker } = this.context.source
    const named =
      mayBeNamed && type.aliasSymbol && this.fromNamed(type.aliasSymbol)
    if (named) {
      return named
    }
    if (type.isUnion()) {
      return anyOf(
        type.types
          .filter(({ flags }) => !(flags & ts.TypeFlags.Undefined))
          .map((member) => this.fromType(member))
      )
    }
    if (checker.isArrayType(type)) {
      const [item] = checker.getTypeArguments(type as ts.TypeReference)
      return { type: "array", items: this.fromType(item) }
    }
    if (checker.isTupleType(type)) {
      const items = checker.getTypeArguments(type as ts.TypeReference)
      return {
        type: "array",
        prefixItems: items.map((item) => this.fromType(item)),
        minItems: items.length,
        maxItems: items.length,
      }
    }
    return this.fromSimple(type) ?? this.fromObject(type)
  }

  private fromSimple(type: ts.Type): Schema | null {
    const { checker } = this.context.source
    if (type.isStringLiteral() || type.isNumberLiteral()) {
      return literals([type.value])
    }
    const { flags } = type
    if (flags & ts.TypeFlags.BooleanLiteral) {
      return literals([checker.typeToString(type) === "true"])
    }
    const simple: [ts.TypeFlags, Schema][] = [
      [ts.TypeFlags.StringLike, { type: "string" }],
      [ts.TypeFlags.NumberLike, { type: "number" }],
      [ts.TypeFlags.BooleanLike, { type: "boolean" }],
      [ts.TypeFlags.Null, nothing()],
      [ts.TypeFlags.Any | ts.TypeFlags.Unknown, {}],
      [ts.TypeFlags.Never, { not: {} }],
    ]
    const found = simple.find(([mask]) => flags & mask)
    if (found) {
      return found[1]
    }
    return type.symbol?.name === "Date"
      ? { type: "string", format: "date-time" }
      : null
  }

  private fromObject(type: ts.Type): Schema {
    const { checker } = this.context.source
    const index = checker.getIndexTypeOfType(type, ts.IndexKind.String)
    return objectOf(
      checker.getPropertiesOfType(type).map((property) => ({
        name: property.name,
        required: !(property.flags & ts.SymbolFlags.Optional),
        schema: this.fromProperty(property),
      })),
      index && this.fromType(index)
    )
  }

  private fromProperty(property: ts.Symbol): Schema {
    const { source } = this.context
    const { checker } = source
    const type = checker.getTypeOfSymbol(property)
    const written = property.declarations?.find(ts.isPropertySignature)?.type
    // A mapped type may point at a property and mean something else.
    const means =
      written &&
      sameType(checker, this.typeOf(written), type) &&
      !hasTypeParameter(checker, written)
    return described(
      means ? this.fromNode(written) : this.fromType(type),
      docOf(source, property)
    )
  }

  private isOpenKey(node: ts.TypeNode): boolean {
    return Boolean(this.typeOf(node).flags & ts.TypeFlags.String)
  }

  private typeOf(node: ts.TypeNode): ts.Type {
    return this.context.source.checker.getTypeFromTypeNode(node)
  }
}

/** With its comment; beside a reference it says more than the reference does. */
function described(schema: Schema, description: string): Schema {
  return description ? { ...schema, description } : schema
}

/** Optional properties have an `undefined` that is not written. */
function sameType(
  checker: ts.TypeChecker,
  written: ts.Type,
  actual: ts.Type
): boolean {
  const members = (type: ts.Type) =>
    (type.isUnion() ? type.types : [type])
      .filter(({ flags }) => !(flags & ts.TypeFlags.Undefined))
      .map((member) =>
        checker.typeToString(member, undefined, ts.TypeFormatFlags.NoTruncation)
      )
      .sort()
      .join("|")
  return written === actual || members(written) === members(actual)
}

function hasTypeParameter(checker: ts.TypeChecker, node: ts.Node): boolean {
  return (
    (ts.isTypeReferenceNode(node) &&
      Boolean(
        checker.getTypeFromTypeNode(node).flags & ts.TypeFlags.TypeParameter
      )) ||
    Boolean(
      ts.forEachChild(node, (child) => hasTypeParameter(checker, child) || null)
    )
  )
}
