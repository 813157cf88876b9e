import { existsSync, readFileSync } from "node:fs"
import { mkdir, open, rename } from "node:fs/promises"
import path from "node:path"

import type { z } from "@medusajs/framework/zod"

/** Keeps a state in a file, so that a crash leaves the old or the new one. */
export type StateFile<T> = {
  /** The kept state; undefined when there is none. */
  load(): T | undefined
  /** Resolves when what was there at the call is on disk. */
  save(state: T): Promise<void>
}

/** For tests: nothing is kept. */
export function noFile<T>(): StateFile<T> {
  return { load: () => undefined, save: () => Promise.resolve() }
}

/**
 * @param file - absolute or relative to the working directory
 * @param schema - of the state; another shape is refused rather than repaired
 */
export function stateFile<T>(file: string, schema: z.ZodType<T>): StateFile<T> {
  let tail: Promise<void> = Promise.resolve()
  let last: string | undefined
  return {
    load: () => (existsSync(file) ? parse(file, schema) : undefined),
    save: (state) => {
      const content = JSON.stringify(state)
      if (content === last) {
        return tail
      }
      last = content
      // One after the other, also after one that failed.
      const written = tail.then(
        () => replace(file, content),
        () => replace(file, content)
      )
      tail = written
      written.catch(() => {
        // Not on disk: the next request tries again, changed or not.
        last = undefined
      })
      return written
    },
  }
}

function parse<T>(file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch (error) {
    throw new Error(
      `${file} is not a state of this simulator: remove it to start with an empty one. ${String(error)}`,
      { cause: error }
    )
  }
}

async function replace(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const half = `${file}.partial`
  const handle = await open(half, "w")
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(half, file)
}
