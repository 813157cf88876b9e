import ts from "typescript"

import {
  bindParameter,
  type Bound,
  isNamed,
  type Known,
  resultOf,
  type Scope,
  type Value,
} from "./evaluate-parts"
import { declarationOf, type Source, unwrap } from "./program"

const NO_SCOPE: Scope = new Map()

/**
 * Says what an expression of constants comes to, without running anything:
 * texts, lists, objects, spreads, `map`, and functions of the project that
 * return one expression. The middleware lists are written so.
 *
 * @param opaque - names of functions that are to stay calls
 */
export class Evaluator {
  constructor(
    private readonly source: Source,
    private readonly opaque: RegExp
  ) {}

  evaluate(expression: ts.Expression, scope: Scope = NO_SCOPE): Value {
    const node = unwrap(expression)
    if (ts.isStringLiteralLike(node)) {
      return { kind: "text", text: node.text }
    }
    if (ts.isTemplateExpression(node)) {
      return this.join(node, [
        node.head.text,
        ...node.templateSpans.flatMap((span) => [
          this.evaluate(span.expression, scope),
          span.literal.text,
        ]),
      ])
    }
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.PlusToken
    ) {
      return this.join(node, [
        this.evaluate(node.left, scope),
        this.evaluate(node.right, scope),
      ])
    }
    if (ts.isArrayLiteralExpression(node)) {
      return {
        kind: "list",
        items: node.elements.flatMap((element) => this.element(element, scope)),
      }
    }
    if (ts.isObjectLiteralExpression(node)) {
      return this.object(node, scope)
    }
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
      return { kind: "function", node, scope }
    }
    if (ts.isConditionalExpression(node)) {
      return this.either(node, scope)
    }
    if (ts.isIdentifier(node)) {
      return this.name(node, scope)
    }
    if (ts.isPropertyAccessExpression(node)) {
      return this.field(
        this.evaluate(node.expression, scope),
        node.name.text,
        node
      )
    }
    return ts.isCallExpression(node)
      ? this.call(node, scope)
      : { kind: "unknown", node }
  }

  /**
   * Where the value is written that an expression hands on: the declaration of
   * a name, followed through the parameters of functions.
   */
  origin({ node, scope }: Bound): ts.Declaration | null {
    const expression = unwrap(node)
    if (!ts.isIdentifier(expression)) {
      return null
    }
    const declaration = declarationOf(this.source, expression)
    const given = declaration && scope.get(declaration)
    if (given) {
      return "node" in given ? this.origin(given) : null
    }
    return declaration ?? null
  }

  /** Of lists that depend on a setting, what may be in them. */
  private either(node: ts.ConditionalExpression, scope: Scope): Value {
    const [first, second] = [node.whenTrue, node.whenFalse].map((branch) =>
      this.evaluate(branch, scope)
    )
    return first.kind === "list" && second.kind === "list"
      ? { kind: "list", items: [...first.items, ...second.items] }
      : { kind: "unknown", node }
  }

  private element(node: ts.Expression, scope: Scope): Value[] {
    if (!ts.isSpreadElement(node)) {
      return [this.evaluate(node, scope)]
    }
    const spread = this.evaluate(node.expression, scope)
    return spread.kind === "list" ? spread.items : [{ kind: "unknown", node }]
  }

  private object(node: ts.ObjectLiteralExpression, scope: Scope): Value {
    const fields = new Map<string, Value>()
    node.properties.forEach((property) => {
      if (ts.isPropertyAssignment(property) && isNamed(property.name)) {
        fields.set(
          property.name.text,
          this.evaluate(property.initializer, scope)
        )
      } else if (ts.isShorthandPropertyAssignment(property)) {
        fields.set(property.name.text, this.name(property.name, scope))
      } else if (ts.isSpreadAssignment(property)) {
        const spread = this.evaluate(property.expression, scope)
        if (spread.kind === "object") {
          spread.fields.forEach((value, key) => fields.set(key, value))
        }
      }
    })
    return { kind: "object", fields }
  }

  private name(node: ts.Identifier, scope: Scope): Value {
    const declaration = declarationOf(this.source, node)
    const given = declaration && scope.get(declaration)
    if (given) {
      return "node" in given
        ? this.evaluate(given.node, given.scope)
        : given.value
    }
    if (!declaration) {
      return { kind: "unknown", node }
    }
    if (ts.isFunctionDeclaration(declaration)) {
      return { kind: "function", node: declaration, scope: NO_SCOPE }
    }
    if (ts.isVariableDeclaration(declaration) && declaration.initializer) {
      return this.evaluate(declaration.initializer)
    }
    if (ts.isBindingElement(declaration)) {
      return this.destructured(declaration, node)
    }
    return { kind: "unknown", node }
  }

  /** `const { a } = OBJECT` */
  private destructured(element: ts.BindingElement, node: ts.Node): Value {
    const whole = element.parent.parent
    const key = element.propertyName ?? element.name
    return ts.isVariableDeclaration(whole) &&
      whole.initializer &&
      ts.isIdentifier(key)
      ? this.field(this.evaluate(whole.initializer), key.text, node)
      : { kind: "unknown", node }
  }

  private field(value: Value, name: string, node: ts.Node): Value {
    const found = value.kind === "object" ? value.fields.get(name) : undefined
    return found ?? { kind: "unknown", node }
  }

  private call(node: ts.CallExpression, scope: Scope): Value {
    const { expression } = node
    const name = ts.isPropertyAccessExpression(expression)
      ? expression.name.text
      : ts.isIdentifier(expression)
        ? expression.text
        : ""
    const inputs = node.arguments.map((argument) => ({ node: argument, scope }))
    const untouched: Value = { kind: "call", name, inputs, node }
    if (this.opaque.test(name)) {
      return untouched
    }
    if (ts.isPropertyAccessExpression(expression)) {
      const keys = this.keys(node, scope)
      if (keys) {
        return keys
      }
      const list = this.evaluate(expression.expression, scope)
      const mapped =
        list.kind === "list" && this.map(list.items, name, node, scope)
      if (mapped) {
        return mapped
      }
    }
    const callee = this.evaluate(expression, scope)
    const result = callee.kind === "function" && this.apply(callee, inputs)
    return result && result.kind !== "unknown" ? result : untouched
  }

  /** `Object.keys(OBJECT)` */
  private keys(node: ts.CallExpression, scope: Scope): Value | null {
    const object =
      node.expression.getText() === "Object.keys" && node.arguments[0]
        ? this.evaluate(node.arguments[0], scope)
        : null
    return object?.kind === "object"
      ? {
          kind: "list",
          items: [...object.fields.keys()].map((text) => ({
            kind: "text",
            text,
          })),
        }
      : null
  }

  /** `LIST.map(...)` and `LIST.flatMap(...)`, item by item. */
  private map(
    items: Value[],
    method: string,
    node: ts.CallExpression,
    scope: Scope
  ): Value | null {
    const written: (Bound | Known)[] =
      this.listNodes(node, scope) ?? items.map((value) => ({ value }))
    const callback =
      node.arguments[0] && this.evaluate(node.arguments[0], scope)
    if (
      !/^(map|flatMap)$/.test(method) ||
      callback?.kind !== "function" ||
      written.length !== items.length
    ) {
      return null
    }
    const results = written.map((item) => this.apply(callback, [item]))
    return {
      kind: "list",
      items:
        method === "map"
          ? results
          : results.flatMap((result) =>
              result.kind === "list" ? result.items : [result]
            ),
    }
  }

  /** The expressions of a list, where it is written as one. */
  private listNodes(node: ts.CallExpression, scope: Scope): Bound[] | null {
    const { expression } = node
    const list = ts.isPropertyAccessExpression(expression)
      ? unwrap(expression.expression)
      : null
    const declaration =
      list && ts.isIdentifier(list) ? declarationOf(this.source, list) : null
    const literal =
      declaration &&
      ts.isVariableDeclaration(declaration) &&
      declaration.initializer
        ? unwrap(declaration.initializer)
        : list
    return literal &&
      ts.isArrayLiteralExpression(literal) &&
      !literal.elements.some(ts.isSpreadElement)
      ? literal.elements.map((element) => ({ node: element, scope }))
      : null
  }

  private apply(
    callee: Extract<Value, { kind: "function" }>,
    inputs: (Bound | Known)[]
  ): Value {
    const scope: Scope = new Map(callee.scope)
    callee.node.parameters.forEach((parameter, index) => {
      const input = inputs[index]
      if (input) {
        bindParameter(parameter, input, scope)
      }
    })
    const result = resultOf(callee.node)
    return result
      ? this.evaluate(result, scope)
      : { kind: "unknown", node: callee.node }
  }

  private join(node: ts.Node, parts: (string | Value)[]): Value {
    const texts = parts.map((part) =>
      typeof part === "string" ? part : part.kind === "text" ? part.text : null
    )
    return texts.every((text) => text !== null)
      ? { kind: "text", text: texts.join("") }
      : { kind: "unknown", node }
  }
}
