import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import path from "node:path"

import { startDatabase } from "../../test/services/postgres"
import type { Check } from "../check"
import { runTool } from "../run-tool"

const CLI = "node_modules/@medusajs/cli/cli.js"
/** Browser code and tests have no models; leave them out of the copy. */
const NOT_NEEDED = /[\\/](__tests__|src[\\/](admin|web))([\\/]|$)/

/**
 * Asks Medusa to generate migrations in a copy of the source: when it writes
 * one, a model was changed without `npm run db:generate`.
 */
export const migrations: Check = {
  name: "migrations",
  ensures: "migrations say the same as the models",
  async run(root) {
    const base = path.join(root, ".cornerstore", "tmp")
    await mkdir(base, { recursive: true })
    // Below the repository, so that node_modules is found from there.
    const copy = await mkdtemp(path.join(base, "migrations-"))
    try {
      await copySource(root, copy)
      const before = await migrationFiles(copy)
      const { code, output } = await generate(root, copy)
      if (code !== 0) {
        return [`medusa plugin:db:generate failed:\n${output}`]
      }
      return drift(before, await migrationFiles(copy))
    } finally {
      await rm(copy, { recursive: true, force: true })
    }
  },
}

async function copySource(root: string, copy: string): Promise<void> {
  for (const name of ["package.json", "tsconfig.json", "src"]) {
    await cp(path.join(root, name), path.join(copy, name), {
      recursive: true,
      filter: (source) => !NOT_NEEDED.test(path.relative(root, source)),
    })
  }
}

async function generate(root: string, copy: string) {
  const database = await startDatabase(() => undefined)
  try {
    // The command takes DATABASE_URL for every module where it is set; it
    // needs a database per module and makes them from the other variables.
    const { DATABASE_URL: _url, ...env } = { ...process.env, ...database.env }
    return await runTool(
      copy,
      [path.join(root, CLI), "plugin:db:generate"],
      env
    )
  } finally {
    await database.stop()
  }
}

async function migrationFiles(copy: string): Promise<Map<string, string>> {
  const modules = path.join(copy, "src", "modules")
  const entries = await readdir(modules, {
    recursive: true,
    withFileTypes: true,
  })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => path.basename(path.dirname(file)) === "migrations")
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => [
        path.relative(copy, file).replaceAll(path.sep, "/"),
        await readFile(file, "utf8"),
      ])
    )
  )
}

/** What generating changed, with the statements of a new migration. */
export function drift(
  before: Map<string, string>,
  after: Map<string, string>
): string[] {
  return [...after]
    .filter(([file, text]) => before.get(file) !== text)
    .filter(([file]) => file.endsWith(".ts"))
    .map(([file, text]) => {
      const statements = [...text.matchAll(/addSql\(`([^`]*)`/g)]
        .map((match) => `    ${match[1]}`)
        .join("\n")
      return `${path.posix.dirname(file)} lacks a migration; run npm run db:generate. It would hold:\n${statements}`
    })
}
