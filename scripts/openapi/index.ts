/**
 * `npm run openapi` writes docs/openapi.json; with `-- --check` it only says
 * whether the file is up to date.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"

import { format, resolveConfig } from "prettier"

import { generate } from "./document"
import { operationsOf, problemsOf } from "./validate"

const ROOT = path.resolve(__dirname, "..", "..")
const FILE = "docs/openapi.json"

async function main(words: string[]): Promise<number> {
  const unknown = words.find((word) => word !== "--check")
  if (unknown) {
    console.error(`There is no ${unknown}. There is --check.`)
    return 1
  }
  const isCheck = words.includes("--check")
  const { document, warnings } = generate(ROOT)
  if (!isCheck) {
    warnings.forEach((warning) => console.warn(`warning: ${warning}`))
  }
  const problems = problemsOf(document)
  if (problems.length) {
    problems.forEach((problem) => console.error(problem))
    return 1
  }
  const file = path.join(ROOT, FILE)
  const text = await format(JSON.stringify(document), {
    ...(await resolveConfig(file)),
    parser: "json",
  })
  if (!isCheck) {
    writeFileSync(file, text)
    console.log(`${FILE}: ${operationsOf(document).length} operations`)
    return 0
  }
  const isFresh = existsSync(file) && readFileSync(file, "utf8") === text
  if (!isFresh) {
    console.error(
      `${FILE} does not say what the routes do: run "npm run openapi" and commit the file`
    )
  }
  return isFresh ? 0 : 1
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  }
)
