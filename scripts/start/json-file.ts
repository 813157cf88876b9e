import { existsSync } from "node:fs"
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import path from "node:path"

/**
 * Writes a file so that a crash leaves the old or the new content, never half.
 *
 * @param mode - permissions of the file
 */
export async function writeJson(
  file: string,
  value: unknown,
  mode = 0o644
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const half = `${file}.partial`
  await writeFile(half, `${JSON.stringify(value, null, 2)}\n`, { mode })
  await rename(half, file)
}

/** Reads an object, or an empty one when the file is missing or damaged. */
export async function readJson(file: string): Promise<Record<string, unknown>> {
  if (!existsSync(file)) {
    return {}
  }
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"))
    return typeof value === "object" && value !== null ? { ...value } : {}
  } catch (error) {
    if (error instanceof SyntaxError) {
      return {}
    }
    throw error
  }
}
