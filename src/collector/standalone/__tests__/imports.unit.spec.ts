import { existsSync, readFileSync } from "node:fs"
import path from "node:path"

import { transformSync } from "@swc/core"

const SOURCES = path.resolve(__dirname, "../../..")
const START = path.resolve(__dirname, "../main.ts")

/** What of Medusa the process may load: the driver and the validator. */
const ALLOWED = ["@medusajs/framework/pg", "@medusajs/framework/zod"]

/** Packages a file and all it imports load, and where; types are erased. */
function loaded(start: string): Map<string, string> {
  const packages = new Map<string, string>()
  const seen = new Set<string>()
  const waiting = [start]
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (seen.has(file)) {
      continue
    }
    seen.add(file)
    const { code } = transformSync(readFileSync(file, "utf8"), {
      filename: file,
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", decorators: true },
        transform: { legacyDecorator: true },
      },
      module: { type: "commonjs" },
    })
    for (const [, source] of code.matchAll(/require\("([^"]+)"\)/g)) {
      if (source.startsWith(".")) {
        const target = path.resolve(path.dirname(file), source)
        const found = [`${target}.ts`, path.join(target, "index.ts")].find(
          (candidate) => existsSync(candidate)
        )
        waiting.push(found ?? target)
      } else {
        packages.set(source, path.relative(SOURCES, file))
      }
    }
  }
  return packages
}

describe("a collector's process", () => {
  it("loads nothing of Medusa but its driver and its validator", () => {
    const packages = loaded(START)
    expect([...packages.keys()]).toEqual(
      expect.arrayContaining(["typeorm", ...ALLOWED])
    )
    const others = [...packages].filter(
      ([name]) => name.startsWith("@medusajs/") && !ALLOWED.includes(name)
    )
    expect(others).toEqual([])
  })
})
