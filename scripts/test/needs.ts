import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import path from "node:path"

/** Services that are started only for files that use them. */
export type Need = "redis" | "chromium"

/** A file needs a service when it imports the helper, however far away. */
const HELPERS: Record<string, Need> = {
  "integration-tests/helpers/redis.ts": "redis",
  "integration-tests/helpers/chromium.ts": "chromium",
}

const RELATIVE_IMPORT =
  /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g

/**
 * What a test file needs, found by following its relative imports.
 *
 * @param root - folder of the repository
 * @param file - relative to it
 */
export async function needsOf(root: string, file: string): Promise<Set<Need>> {
  const needs = new Set<Need>()
  const seen = new Set<string>()
  const waiting = [file]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) {
      continue
    }
    seen.add(next)
    const need = HELPERS[next]
    if (need) {
      needs.add(need)
    }
    // The shop's own code needs no test service; don't walk through all of it.
    if (next.startsWith("integration-tests/")) {
      waiting.push(...(await relativeImports(root, next)))
    }
  }
  return needs
}

async function relativeImports(root: string, file: string): Promise<string[]> {
  const text = await readFile(path.join(root, file), "utf8")
  return [...text.matchAll(RELATIVE_IMPORT)].flatMap((match) => {
    const target = path.posix.join(path.posix.dirname(file), match[1] ?? "")
    const found = [target, `${target}.ts`, `${target}/index.ts`].find(
      (candidate) =>
        candidate.endsWith(".ts") && existsSync(path.join(root, candidate))
    )
    return found ? [found] : []
  })
}
