import { existsSync } from "node:fs"
import { readdir } from "node:fs/promises"
import path from "node:path"

import type { Stage } from "./stages"

/**
 * The test files of a stage, sorted, relative to the repository.
 *
 * @param root - folder of the repository
 * @param paths - patterns of which one must match; none takes all
 */
export async function findTests(
  root: string,
  stage: Stage,
  paths: RegExp[]
): Promise<string[]> {
  const perRoot = await Promise.all(
    stage.roots.map((folder) => listFiles(root, folder))
  )
  return perRoot
    .flat()
    .filter((file) => stage.file.test(file))
    .filter(
      (file) => paths.length === 0 || paths.some((path) => path.test(file))
    )
    .sort()
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  if (!existsSync(path.join(root, folder))) {
    return []
  }
  const entries = await readdir(path.join(root, folder), {
    recursive: true,
    withFileTypes: true,
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(root, path.join(entry.parentPath, entry.name))
        .replaceAll(path.sep, "/")
    )
}
