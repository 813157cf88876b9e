import { cp, mkdir, symlink, writeFile } from "node:fs/promises"
import path from "node:path"

import { runNode } from "./command"
import { neutralEnvironment } from "./environment"

export type AppKind = "stock" | "plugin"

/** A Medusa app made for a measurement. */
export type BenchApp = {
  kind: AppKind
  /** TypeScript. */
  source: string
  /** Compiled, as it runs in production. */
  built: string
  /** Medusa's command line program. */
  medusa: string
}

const OUT = "build"
/** Not part of the server; `exclude` is not inherited by another folder. */
const NOT_COMPILED = ["src/admin", "src/web", "**/__tests__/**"]

/**
 * Makes and compiles an app that uses a repository's dependencies: stock
 * Medusa, or the same with the plugin. The two differ in `withCornerstore`
 * alone. The dashboard is left out unless `BENCH_ADMIN=on` when it runs.
 *
 * @param root - repository whose packages and source are used
 * @param folder - made here; its parent must exist
 */
export async function makeApp(
  root: string,
  folder: string,
  kind: AppKind
): Promise<BenchApp> {
  const files: Record<string, string> = {
    "package.json": manifest(kind),
    "tsconfig.json": tsconfig(root),
    "medusa-config.ts": medusaConfig(kind),
  }
  await mkdir(folder)
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(folder, name), content)
  }
  await symlink(
    path.join(root, "node_modules"),
    path.join(folder, "node_modules"),
    "junction"
  )
  if (kind === "plugin") {
    await cp(path.join(root, "src"), path.join(folder, "src"), {
      recursive: true,
    })
  }
  const medusa = path.join(root, "node_modules/@medusajs/cli/cli.js")
  await runNode({
    title: `Compiling the ${kind} app`,
    args: [medusa, "build", "--no-lint"],
    cwd: folder,
    env: { ...neutralEnvironment(process.env), NODE_ENV: "production" },
  })
  return { kind, source: folder, built: path.join(folder, OUT), medusa }
}

/** The command line checks that it runs in a Medusa project. */
function manifest(kind: AppKind): string {
  return JSON.stringify({
    name: `cornerstore-bench-${kind}`,
    version: "0.0.0",
    private: true,
    dependencies: { "@medusajs/medusa": "*", "@medusajs/cli": "*" },
  })
}

function tsconfig(root: string): string {
  return JSON.stringify({
    extends: path.join(root, "tsconfig.json"),
    compilerOptions: { rootDir: ".", outDir: OUT, declaration: false },
    include: ["src/**/*.ts", "medusa-config.ts"],
    exclude: ["node_modules", OUT, ...NOT_COMPILED],
  })
}

function medusaConfig(kind: AppKind): string {
  const plugin = {
    imports: `import { withCornerstore } from "./src/config"`,
    config: `withCornerstore(shop, {
    backendUrl: process.env.MEDUSA_BACKEND_URL,
    timeZone: "America/Los_Angeles",
  }, { source: "./src" })`,
  }
  return `import { defineConfig } from "@medusajs/framework/utils"
${kind === "plugin" ? plugin.imports : ""}

const shop = {
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    cookieOptions: { secure: false },
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
    },
  },
  admin: { disable: process.env.BENCH_ADMIN !== "on" },
}

module.exports = defineConfig(${kind === "plugin" ? plugin.config : "shop"})
`
}
