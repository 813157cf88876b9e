import { createHash } from "node:crypto"
import {
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises"
import path from "node:path"

import { ROOT } from "./place"
import { runCommand } from "./run-command"

/** What git does not keep, or what is too large to copy for nothing. */
const LEFT_OUT = [
  "node_modules",
  ".git",
  ".cornerstore",
  ".medusa",
  "assets",
  "coverage",
]

/** What a careless release would carry along; the tarball must not have it. */
export const SECRET = "packed-by-mistake-4f1c9e"

/**
 * Makes the tarball that `npm publish` would upload, in a copy of the
 * repository: building wipes the folder it builds into, and somebody may be
 * working here. The copy has what a working copy may have beside the sources,
 * a file with secrets and a log.
 *
 * @param place - the tarball is left below
 * @returns its path; the name changes with the content
 */
export async function packPlugin(place: string): Promise<string> {
  const copy = path.join(place, "repository-copy")
  const packed = path.join(place, "packed")
  await Promise.all(
    [copy, packed].map((folder) => rm(folder, { recursive: true, force: true }))
  )
  await mkdir(packed)
  await copyRepository(copy)
  await runCommand({
    title: "Building and packing the plugin",
    words: ["npm", "pack", "--pack-destination", packed],
    cwd: copy,
    logs: path.join(place, "logs"),
  })
  await rm(copy, { recursive: true })

  const [name] = await readdir(packed)
  const content = await readFile(path.join(packed, name))
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12)
  const tarball = path.join(packed, `cornerstore-${hash}.tgz`)
  await rename(path.join(packed, name), tarball)
  return tarball
}

async function copyRepository(copy: string): Promise<void> {
  await cp(ROOT, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => {
      const relative = path.relative(ROOT, source)
      return !LEFT_OUT.includes(relative) && !relative.startsWith(".env")
    },
  })
  await symlink(
    path.join(ROOT, "node_modules"),
    path.join(copy, "node_modules"),
    "junction"
  )
  await writeFile(path.join(copy, ".env"), `JWT_SECRET=${SECRET}\n`)
  await writeFile(path.join(copy, "debug.log"), `${SECRET}\n`)
}
