import { readdirSync } from "node:fs"
import path from "node:path"

import ts from "typescript"

import { docOf, reflow } from "./doc-comment"
import { declarationOf, resolveSymbol, type Source, unwrap } from "./program"

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const
export type Method = (typeof METHODS)[number]

export type Route = {
  method: Method
  /** `/store/carts/{id}/delivery-slot` */
  path: string
  /** `src/api/.../route.ts` */
  file: string
  /** TSDoc of the export. */
  doc: string
  /** The function that answers; null when it cannot be found. */
  handler: ts.SignatureDeclaration | null
  /** What `MedusaResponse<...>` of its second parameter says. */
  response: ts.TypeNode | null
  /** `export const AUTHENTICATE = false` takes Medusa's own check away. */
  isOpen: boolean
}

/**
 * The route files below `src/api`, as Medusa takes them: folders that begin
 * with `_` are left out.
 */
export function routeFiles(root: string): string[] {
  const api = path.join(root, "src", "api")
  return readdirSync(api, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === "route.ts")
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/(^|\/)(_[^/]*|__tests__)\//.test(slashed(api, file)))
    .sort()
}

function slashed(api: string, file: string): string {
  return path.relative(api, file).replaceAll(path.sep, "/")
}

/** `admin/orders/[id]/route.ts` -> `/admin/orders/{id}` */
export function pathOf(file: string): string {
  return `/${file.replace(/\/?route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`
}

/** The operations of one route file. */
export function readRoutes(source: Source, file: string): Route[] {
  const { checker, program, root } = source
  const sourceFile = program.getSourceFile(file)
  const module = sourceFile && checker.getSymbolAtLocation(sourceFile)
  const exported = module ? checker.getExportsOfModule(module) : []
  const isOpen = exported.some(
    (symbol) => symbol.name === "AUTHENTICATE" && isFalse(symbol)
  )
  return METHODS.flatMap((method) => {
    const symbol = exported.find(({ name }) => name === method)
    const target = resolveSymbol(source, symbol)
    if (!target) {
      return []
    }
    const handler = target.valueDeclaration
      ? findHandler(source, target.valueDeclaration)
      : null
    return [
      {
        method,
        path: pathOf(slashed(path.join(root, "src", "api"), file)),
        file: path.relative(root, file).replaceAll(path.sep, "/"),
        doc: (symbol && exportDoc(symbol)) || docOf(source, target),
        handler,
        response: handler && responseOf(handler),
        isOpen,
      },
    ]
  })
}

/** The comment above `export { x as GET } from "./y"`. */
function exportDoc(symbol: ts.Symbol): string {
  const statement = symbol.declarations?.find(ts.isExportSpecifier)?.parent
    .parent
  const [comment] = statement
    ? ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc)
    : []
  return reflow(ts.getTextOfJSDocComment(comment?.comment) ?? "")
}

function isFalse(symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration
  return (
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer?.kind === ts.SyntaxKind.FalseKeyword
  )
}

/**
 * The function behind an export: written there, elsewhere, or made by a
 * function that is called.
 */
function findHandler(
  source: Source,
  node: ts.Node,
  depth = 0
): ts.SignatureDeclaration | null {
  if (
    ts.isFunctionDeclaration(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node)
  ) {
    return node
  }
  const expression =
    ts.isVariableDeclaration(node) && node.initializer
      ? unwrap(node.initializer)
      : ts.isExpression(node)
        ? unwrap(node)
        : null
  if (!expression || depth > 5) {
    return null
  }
  if (ts.isIdentifier(expression)) {
    const declaration = declarationOf(source, expression)
    return declaration ? findHandler(source, declaration, depth + 1) : null
  }
  if (ts.isCallExpression(expression)) {
    const maker = findHandler(source, expression.expression, depth + 1)
    return maker && (madeBy(maker) ?? maker)
  }
  return expression === node ? null : findHandler(source, expression, depth + 1)
}

/** The handler inside a function that makes handlers. */
function madeBy(node: ts.Node): ts.SignatureDeclaration | undefined {
  return ts.forEachChild(node, (child) =>
    ts.isFunctionLike(child) && child.parameters.some(isResponse)
      ? child
      : madeBy(child)
  )
}

function responseOf(handler: ts.SignatureDeclaration): ts.TypeNode | null {
  const type = handler.parameters.find(isResponse)?.type
  return type && ts.isTypeReferenceNode(type)
    ? (type.typeArguments?.[0] ?? null)
    : null
}

function isResponse({ type }: ts.ParameterDeclaration): boolean {
  return (
    type !== undefined &&
    ts.isTypeReferenceNode(type) &&
    type.typeName.getText().endsWith("MedusaResponse")
  )
}
