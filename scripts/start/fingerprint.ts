import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import path from "node:path"

/**
 * One value for the content of files and folders, the same on every machine.
 * Tests are left out: they are part of no build.
 *
 * @param root - folder that the names are relative to
 * @param entries - files and folders; a missing one counts as missing
 * @param values - further things the result depends on
 */
export function fingerprint(
  root: string,
  entries: string[],
  values: (string | undefined)[] = []
): string {
  const hash = createHash("sha256")
  for (const entry of entries) {
    for (const file of filesOf(root, entry)) {
      hash.update(`${file}\0`)
      hash.update(readFileSync(path.join(root, file)))
      hash.update("\0")
    }
  }
  hash.update(JSON.stringify(values))
  return hash.digest("hex")
}

/** Variables whose value ends up inside the dashboard's files. */
export function bakedVariables(env: NodeJS.ProcessEnv): string[] {
  return Object.entries(env)
    .filter(([name]) => /^(PLUGIN_|VITE_|MEDUSA_FF_|MEDUSA_ADMIN_)/.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
}

function filesOf(root: string, entry: string): string[] {
  const full = path.join(root, entry)
  if (!existsSync(full)) {
    return []
  }
  if (statSync(full).isFile()) {
    return [entry]
  }
  return readdirSync(full)
    .filter((name) => name !== "__tests__")
    .sort()
    .flatMap((name) => filesOf(root, path.posix.join(entry, name)))
}
