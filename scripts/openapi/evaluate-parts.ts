import ts from "typescript"

import { unwrap } from "./program"

export type Value =
  | { kind: "text"; text: string }
  | { kind: "list"; items: Value[] }
  | { kind: "object"; fields: Map<string, Value> }
  | { kind: "function"; node: ts.SignatureDeclaration; scope: Scope }
  /** A call that was not looked into, with what it was given. */
  | { kind: "call"; name: string; inputs: Bound[]; node: ts.CallExpression }
  | { kind: "unknown"; node: ts.Node }

/** What names of parameters stand for while a function is looked into. */
export type Scope = Map<ts.Declaration, Bound | Known>
export type Bound = { node: ts.Expression; scope: Scope }
export type Known = { value: Value }

/** Gives a parameter its value; of an object also the parts it is taken into. */
export function bindParameter(
  parameter: ts.ParameterDeclaration,
  input: Bound | Known,
  scope: Scope
): void {
  if (ts.isIdentifier(parameter.name)) {
    scope.set(parameter, input)
    return
  }
  if ("value" in input) {
    return
  }
  const given = unwrap(input.node)
  if (
    ts.isObjectBindingPattern(parameter.name) &&
    ts.isObjectLiteralExpression(given)
  ) {
    parameter.name.elements.forEach((element) => {
      const key = element.propertyName ?? element.name
      const property = given.properties.find(
        (each) =>
          each.name &&
          isNamed(each.name) &&
          ts.isIdentifier(key) &&
          each.name.text === key.text
      )
      const node =
        property && ts.isPropertyAssignment(property)
          ? property.initializer
          : property && ts.isShorthandPropertyAssignment(property)
            ? property.name
            : null
      if (node) {
        scope.set(element, { node, scope: input.scope })
      }
    })
  }
}

export function isNamed(
  name: ts.PropertyName
): name is ts.Identifier | ts.StringLiteral {
  return ts.isIdentifier(name) || ts.isStringLiteral(name)
}

/** The expression a function comes to, where it is one. */
export function resultOf(node: ts.SignatureDeclaration): ts.Expression | null {
  const body =
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    ts.isFunctionDeclaration(node)
      ? node.body
      : undefined
  if (!body) {
    return null
  }
  if (!ts.isBlock(body)) {
    return body
  }
  const [only] = body.statements
  return body.statements.length === 1 && ts.isReturnStatement(only)
    ? (only.expression ?? null)
    : null
}
