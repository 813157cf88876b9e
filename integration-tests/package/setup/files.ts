import { readdirSync } from "node:fs"
import path from "node:path"

/** Files below a folder, relative to it, sorted, with `/` between segments. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(folder, path.join(entry.parentPath, entry.name))
        .replaceAll(path.sep, "/")
    )
    .sort()
}
