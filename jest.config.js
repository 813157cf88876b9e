/**
 * One configuration for every stage; `npm test` hands Jest the files of one
 * stage at a time (scripts/test/stages.ts). `npx jest <file>` works for unit
 * tests; the others need the services that `npm test -- <file>` starts.
 */
const { existsSync } = require("node:fs")
const { join } = require("node:path")

const roots = ["src", "scripts", "benchmarks", "integration-tests"]

/** @type {(parser: { tsx?: boolean }) => [string, import("@swc/core").Options]} */
const swc = ({ tsx = false }) => [
  "@swc/jest",
  {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", decorators: true, tsx },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        // Medusa's decorated classes expect fields as TypeScript emits them.
        useDefineForClassFields: false,
        react: { runtime: "automatic" },
      },
    },
  },
]

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "<rootDir>/integration-tests/helpers/environment.ts",
  roots: roots
    .filter((root) => existsSync(join(__dirname, root)))
    .map((root) => `<rootDir>/${root}`),
  testMatch: [
    "**/__tests__/**/*.unit.spec.{ts,tsx}",
    "<rootDir>/integration-tests/*/**/*.spec.ts",
  ],
  transform: {
    "\\.[cm]?[jt]s$": swc({}),
    "\\.[jt]sx$": swc({ tsx: true }),
  },
  moduleFileExtensions: ["ts", "tsx", "js", "jsx", "mjs", "cjs", "json"],
  // Both hold copies of this package: builds and generated apps.
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.cornerstore/"],
  cacheDirectory: join(__dirname, ".cornerstore", "cache", "jest"),
  // A worker that has loaded Medusa a few times is replaced by a fresh one.
  workerIdleMemoryLimit: "1200MB",
  watchman: false,
}
