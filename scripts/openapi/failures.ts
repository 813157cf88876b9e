import ts from "typescript"

import { capitalise, statusesIn } from "./doc-comment"

/** How Medusa's error handler answers its error types. */
const STATUS_OF: Record<string, number> = {
  CONFLICT: 409,
  DUPLICATE_ERROR: 422,
  FORBIDDEN: 403,
  INVALID_DATA: 400,
  NOT_ALLOWED: 400,
  NOT_FOUND: 404,
  PAYMENT_AUTHORIZATION_ERROR: 422,
  UNAUTHORIZED: 401,
}
/** Every type of `MedusaError.Types`, those without a status here, too. */
const TYPES = /\b(CONFLICT|FORBIDDEN|UNAUTHORIZED|[A-Z]{2,}(?:_[A-Z]+)+)\b/g

/** Error statuses, each with what is said about it; empty when nothing is. */
export type Failures = Map<number, Set<string>>

export function addFailure(
  failures: Failures,
  status: number,
  text: string
): void {
  const texts = failures.get(status) ?? new Set<string>()
  if (text) {
    texts.add(text)
  }
  failures.set(status, texts)
}

/** `@throws MedusaError NOT_FOUND for a cart that is missing` */
export function readThrows(declaration: ts.Node, failures: Failures): void {
  const commented = ts.isVariableDeclaration(declaration)
    ? declaration.parent.parent
    : declaration
  ts.getJSDocTags(commented)
    .filter(({ tagName }) => tagName.text === "throws")
    .forEach((tag) => {
      const text = (ts.getTextOfJSDocComment(tag.comment) ?? "").replace(
        /\s+/g,
        " "
      )
      const matches = [...text.matchAll(TYPES)]
      matches.forEach((match, index) => {
        const clause = text
          .slice(match.index + match[0].length, matches[index + 1]?.index)
          .split(/[.;](?:\s|$)/)[0]
          .replace(/[\s,]+(?:and|or)?\s*$/, "")
          .replace(/^[\s,:]+/, "")
        if (Object.hasOwn(STATUS_OF, match[0])) {
          addFailure(failures, STATUS_OF[match[0]], capitalise(clause))
        }
      })
    })
}

/**
 * What one function refuses with: `new MedusaError(MedusaError.Types.X)`,
 * `throwIfKeyNotFound`, and tables of statuses by refusal code.
 */
export function readFailures(body: ts.Node, failures: Failures): void {
  const visit = (node: ts.Node): void => {
    if (
      ts.isNewExpression(node) &&
      node.expression.getText() === "MedusaError"
    ) {
      const type = node.arguments?.[0]?.getText().split(".").at(-1) ?? ""
      if (Object.hasOwn(STATUS_OF, type)) {
        addFailure(failures, STATUS_OF[type], "")
      }
    }
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() === "throwIfKeyNotFound" &&
      node.initializer.kind === ts.SyntaxKind.TrueKeyword
    ) {
      addFailure(failures, 404, "")
    }
    if (ts.isObjectLiteralExpression(node)) {
      statusTable(node).forEach((status) => addFailure(failures, status, ""))
    }
    ts.forEachChild(node, visit)
  }
  visit(body)
}

/** What a comment on a table of statuses says of each. */
export function readTable(
  declaration: ts.VariableDeclaration,
  doc: string,
  failures: Failures
): void {
  const { initializer } = declaration
  if (initializer && ts.isObjectLiteralExpression(initializer)) {
    const statuses = statusTable(initializer)
    statusesIn(doc).forEach((text, status) => {
      if (statuses.includes(status)) {
        addFailure(failures, status, text)
      }
    })
  }
}

/** `{ [SLOT_FULL]: 409, [SLOT_CLOSED]: 422 }` */
function statusTable(node: ts.ObjectLiteralExpression): number[] {
  const statuses = node.properties.map((property) =>
    ts.isPropertyAssignment(property) &&
    ts.isNumericLiteral(property.initializer)
      ? Number(property.initializer.text)
      : 0
  )
  return statuses.every((status) => status >= 400 && status < 500)
    ? statuses
    : []
}
