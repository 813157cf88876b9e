import ts from "typescript"

import { type Answers, noAnswers, readAnswers } from "./answers"
import { docOf } from "./doc-comment"
import { type Failures, readFailures, readTable, readThrows } from "./failures"
import { declarationOf, fileOf, type Source } from "./program"

/** What is read from the code of a handler and of what it uses. */
export type Behaviour = Answers & {
  refusals: Failures
  /** Schemas that the handler itself puts the request through. */
  body: ts.Declaration | null
  query: ts.Declaration | null
}

/**
 * Follows a handler through the functions and constants of `src/api` it uses.
 * Of functions elsewhere only what their comments say they throw is taken.
 */
export function readBehaviour(source: Source, handler: ts.Node): Behaviour {
  const behaviour: Behaviour = {
    ...noAnswers(),
    refusals: new Map(),
    body: null,
    query: null,
  }
  const seen = new Set<ts.Node>()
  const enter = (declaration: ts.Node): void => {
    if (seen.has(declaration) || !isCode(declaration)) {
      return
    }
    seen.add(declaration)
    const file = fileOf(source, declaration)
    if (!file.startsWith("src/") && !file.includes("/src/")) {
      return
    }
    readThrows(declaration, behaviour.refusals)
    if (!/(^|\/)src\/api\//.test(file)) {
      return
    }
    readAnswers(declaration, behaviour)
    readFailures(declaration, behaviour.refusals)
    readSchemas(source, declaration, behaviour)
    if (ts.isVariableDeclaration(declaration)) {
      const symbol = source.checker.getSymbolAtLocation(declaration.name)
      const doc = symbol ? docOf(source, symbol) : ""
      readTable(declaration, doc, behaviour.refusals)
    }
    usedIn(source, declaration).forEach(enter)
  }
  enter(handler)
  return behaviour
}

function isCode(node: ts.Node): boolean {
  return ts.isFunctionLike(node) || ts.isVariableDeclaration(node)
}

function usedIn(source: Source, body: ts.Node): Set<ts.Declaration> {
  const found = new Set<ts.Declaration>()
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) {
      return
    }
    const declaration = ts.isIdentifier(node) && declarationOf(source, node)
    if (declaration) {
      found.add(declaration)
    }
    ts.forEachChild(node, visit)
  }
  visit(body)
  return found
}

/** `zodValidator(SCHEMA, req.body)` and `SCHEMA.parse(req.query)`. */
function readSchemas(
  source: Source,
  body: ts.Node,
  behaviour: Behaviour
): void {
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression } = node
      const last = node.arguments.at(-1)?.getText() ?? ""
      const [, part] = /^req(?:uest)?\.(body|query)$/.exec(last) ?? []
      const schema =
        ts.isPropertyAccessExpression(expression) &&
        /^(safeP|p)arse(Async)?$/.test(expression.name.text)
          ? expression.expression
          : node.arguments.length === 2
            ? node.arguments[0]
            : null
      const declaration =
        part && schema && ts.isIdentifier(schema)
          ? declarationOf(source, schema)
          : null
      if (declaration && ts.isVariableDeclaration(declaration)) {
        behaviour[part === "body" ? "body" : "query"] ??= declaration
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(body)
}
