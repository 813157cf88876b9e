import { existsSync, readFileSync } from "fs"
import { dirname, join } from "path"

import { z } from "@medusajs/framework/zod"

const manifestSchema = z.object({ name: z.string(), version: z.string() })
const PACKAGE_NAME = "medusa-plugin-cornerstore"

/**
 * The plugin's version. The depth below the package root differs between
 * source, built app and installed package, so it is searched upwards.
 *
 * @returns the version, or `unknown` when the package was bundled without its manifest
 */
export function packageVersion(from: string = __dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, "package.json")
    if (existsSync(file)) {
      const parsed = manifestSchema.safeParse(
        JSON.parse(readFileSync(file, "utf8"))
      )
      if (parsed.success && parsed.data.name === PACKAGE_NAME) {
        return parsed.data.version
      }
    }
    if (dirname(folder) === folder) {
      return "unknown"
    }
  }
}
