import { readdir, readFile } from "node:fs/promises"
import path from "node:path"

import ts from "typescript"

import type { Check } from "../check"

/** Medusa's compiler leaves such folders out of builds without a word. */
const DROPPED = new Set(["test", "unit-tests", "integration-tests"])

/** Where files must lie, and what a model file may hold. */
export const layout: Check = {
  name: "layout",
  ensures: "no file is dropped by Medusa's build, one export per model file",
  async run(root) {
    const files = await sourceFiles(root)
    const models = files.filter((file) =>
      /^src\/modules\/[^/]+\/models\/[^/]+\.ts$/.test(file)
    )
    const exported = await Promise.all(
      models.map(async (file) =>
        modelProblems(file, await readFile(path.join(root, file), "utf8"))
      )
    )
    return [...files.flatMap(pathProblems), ...exported.flat()]
  },
}

async function sourceFiles(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, "src"), {
    recursive: true,
    withFileTypes: true,
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => path.relative(root, file).replaceAll(path.sep, "/"))
}

/** @param file - relative to the repository, with `/` */
export function pathProblems(file: string): string[] {
  const segment = file.split("/").find((part) => DROPPED.has(part))
  return segment
    ? [
        `${file}: Medusa's build drops every folder called "${segment}"; give it another name`,
      ]
    : []
}

/** The generator refuses an entity that a file exports twice. */
export function modelProblems(file: string, text: string): string[] {
  if (file.endsWith("/index.ts")) {
    return []
  }
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022)
  const count = source.statements.reduce(
    (sum, statement) => sum + exportedValues(statement),
    0
  )
  return count === 1
    ? []
    : [`${file}: exports ${count} values; a model file exports its entity only`]
}

function exportedValues(statement: ts.Statement): number {
  if (ts.isExportAssignment(statement)) {
    return 1
  }
  if (ts.isExportDeclaration(statement)) {
    const named = statement.exportClause
    return statement.isTypeOnly
      ? 0
      : named && ts.isNamedExports(named)
        ? named.elements.length
        : 1
  }
  const exported =
    ts.canHaveModifiers(statement) &&
    ts
      .getModifiers(statement)
      ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (
    !exported ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement)
  ) {
    return 0
  }
  return ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.length
    : 1
}
