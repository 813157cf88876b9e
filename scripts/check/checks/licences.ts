import { readFile } from "node:fs/promises"
import path from "node:path"

import { z } from "@medusajs/framework/zod"

import type { Check } from "../check"
import { isPermissive } from "../licence-expression"

const names = z.record(z.string(), z.string()).optional()
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dependencies: names,
      devDependencies: names,
      optionalDependencies: names,
    })
  ),
})
export type Lock = z.infer<typeof lockSchema>

/** Lock files: ours, and the browser that the tests may fetch. */
const LOCKS = [
  "package-lock.json",
  "scripts/test/tools/chromium/package-lock.json",
]

/** Named here as the host's packages, for building and testing against. */
const MEDUSA = "@medusajs/"

/**
 * What we ship (dependencies, however deep) and what we chose to build with
 * (devDependencies) is under a permissive licence. What Medusa brings along is
 * the host's choice and not judged.
 */
export const licences: Check = {
  name: "licences",
  ensures: "every dependency of ours has a permissive licence",
  async run(root) {
    const perLock = await Promise.all(
      LOCKS.map(async (file) => {
        const text = await readFile(path.join(root, file), "utf8")
        return licenceProblems(lockSchema.parse(JSON.parse(text)))
      })
    )
    return perLock.flat()
  },
}

/** Findings of one lock file. */
export function licenceProblems(lock: Lock): string[] {
  const root = lock.packages[""] ?? {}
  const shipped = tree(lock, Object.keys(root.dependencies ?? {}))
  const chosen = Object.keys(root.devDependencies ?? {})
    .filter((name) => !name.startsWith(MEDUSA))
    .map((name) => `node_modules/${name}`)
  return [...new Set([...shipped, ...chosen])].flatMap((place) => {
    const licence = lock.packages[place]?.license
    const name = place.replace(/^.*node_modules\//, "")
    if (!licence) {
      return [`${name}: names no licence`]
    }
    return isPermissive(licence)
      ? []
      : [`${name}: ${licence} is not permissive`]
  })
}

/** Where the packages and all they depend on are, as the lock file says. */
function tree(lock: Lock, direct: string[]): string[] {
  const found = new Set<string>()
  const visit = (from: string, name: string) => {
    const place = locate(lock, from, name)
    if (!place || found.has(place)) {
      return
    }
    found.add(place)
    const { dependencies, optionalDependencies } = lock.packages[place] ?? {}
    Object.keys({ ...dependencies, ...optionalDependencies }).forEach((next) =>
      visit(place, next)
    )
  }
  direct.forEach((name) => visit("", name))
  return [...found]
}

/** Node's search: beside the package first, then outwards. */
function locate(lock: Lock, from: string, name: string): string | null {
  const place = `${from ? `${from}/` : ""}node_modules/${name}`
  if (lock.packages[place]) {
    return place
  }
  return from
    ? locate(
        lock,
        from.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ""),
        name
      )
    : null
}
