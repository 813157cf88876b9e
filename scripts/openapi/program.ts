import path from "node:path"

import ts from "typescript"

/** Packages whose types are read; all others stay unresolved, which is quick. */
const READ_PACKAGES = /^(zod(\/.*)?|@medusajs\/(framework|deps)\/zod)$/

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  esModuleInterop: true,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
}

/**
 * A program over the given files and what they import from the project. What
 * travels over HTTP is plain TypeScript, so Medusa's own types, which take
 * seconds to read, are left out.
 */
export function createProgram(root: string, files: string[]): ts.Program {
  const host = ts.createCompilerHost(OPTIONS)
  const cache = ts.createModuleResolutionCache(
    root,
    (name) => host.getCanonicalFileName(name),
    OPTIONS
  )
  host.resolveModuleNameLiterals = (literals, containingFile) =>
    literals.map(({ text }) =>
      text.startsWith(".") || READ_PACKAGES.test(text)
        ? ts.resolveModuleName(text, containingFile, OPTIONS, host, cache)
        : { resolvedModule: undefined }
    )
  return ts.createProgram(files, OPTIONS, host)
}

/** What reading the source needs, passed around. */
export type Source = {
  root: string
  program: ts.Program
  checker: ts.TypeChecker
}

/** Path of a node's file below the repository, with `/`. */
export function fileOf(source: Source, node: ts.Node): string {
  return path
    .relative(source.root, node.getSourceFile().fileName)
    .replaceAll(path.sep, "/")
}

/** `src/api/a.ts:12`, for messages. */
export function placeOf(source: Source, node: ts.Node): string {
  const file = node.getSourceFile()
  const { line } = file.getLineAndCharacterOfPosition(node.getStart())
  return `${fileOf(source, node)}:${line + 1}`
}

/** The symbol behind a name, through imports and re-exports. */
export function resolveSymbol(
  { checker }: Source,
  symbol: ts.Symbol | undefined
): ts.Symbol | undefined {
  return symbol && symbol.flags & ts.SymbolFlags.Alias
    ? checker.getAliasedSymbol(symbol)
    : symbol
}

/** Where the thing is written that an identifier of an expression means. */
export function declarationOf(
  source: Source,
  node: ts.Identifier
): ts.Declaration | undefined {
  const { checker } = source
  const symbol =
    node.parent && ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node)
  const resolved = resolveSymbol(source, symbol)
  return resolved?.valueDeclaration ?? resolved?.declarations?.[0]
}

/** Without parentheses, `as`, `satisfies` and `!`. */
export function unwrap(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
    ? unwrap(node.expression)
    : node
}
