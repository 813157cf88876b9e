import { existsSync } from "node:fs"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import type { BenchmarkContext } from "./benchmark"

/** Outlives a restart and is on a real disk, unlike many a `/tmp`. */
const PREFERRED = "/var/tmp"

/**
 * Makes a folder for one run, which is removed at its end. Everybody may enter
 * it: root's PostgreSQL runs as another user.
 */
export async function makeWorkplace({
  teardown,
}: BenchmarkContext): Promise<string> {
  const base = existsSync(PREFERRED) ? PREFERRED : tmpdir()
  const folder = await mkdtemp(path.join(base, "cornerstore-bench-"))
  teardown.add(() =>
    rm(folder, { recursive: true, force: true, maxRetries: 5 })
  )
  await chmod(folder, 0o755)
  return folder
}
