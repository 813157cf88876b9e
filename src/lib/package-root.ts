import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

import { z } from "@medusajs/framework/zod"

import { PagesNotBuilt } from "./pages-not-built"

const PACKAGE_NAME = "medusa-plugin-cornerstore"
const ASSETS_FOLDER = "assets"

const manifestSchema = z.object({ name: z.string().optional() })

/**
 * Finds the root of this package: the folder whose `package.json` bears our
 * name and which holds `assets/`.
 *
 * The same code runs from `src`, from `.cornerstore/app` (where Medusa's build
 * leaves a copy of `package.json` but no assets) and from
 * `node_modules/medusa-plugin-cornerstore/.medusa/server`, so it walks up past
 * everything that is not both. The name keeps it from taking the `assets/`
 * folder of the shop that installed us.
 *
 * @param from - absolute folder to start from, by default this file's
 * @throws PagesNotBuilt when there is no such folder
 */
export function findPackageRoot(from: string = __dirname): string {
  const ours = foldersUpwards(from).filter(isOurPackage)
  const root = ours.find((folder) => existsSync(join(folder, ASSETS_FOLDER)))
  if (root) {
    return root
  }
  throw new PagesNotBuilt(
    `The browser pages of ${PACKAGE_NAME} are not built: run "npm run build:web" in ${ours.at(-1) ?? "its repository"}`
  )
}

function foldersUpwards(from: string): string[] {
  const parent = dirname(from)
  return parent === from ? [from] : [from, ...foldersUpwards(parent)]
}

function isOurPackage(folder: string): boolean {
  const file = join(folder, "package.json")
  return (
    existsSync(file) &&
    manifestSchema.parse(JSON.parse(readFileSync(file, "utf8"))).name ===
      PACKAGE_NAME
  )
}
