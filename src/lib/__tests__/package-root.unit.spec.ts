import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { findPackageRoot } from "../package-root"

describe("findPackageRoot", () => {
  let base: string

  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), "package-root-")))
  })
  afterEach(() => rmSync(base, { recursive: true }))

  const folder = (...path: string[]): string => {
    const made = join(base, ...path)
    mkdirSync(made, { recursive: true })
    return made
  }
  const packageIn = (path: string, name = "medusa-plugin-cornerstore") =>
    writeFileSync(join(folder(path), "package.json"), JSON.stringify({ name }))

  it("finds the repository from its source", () => {
    packageIn("repo")
    folder("repo/assets")
    expect(findPackageRoot(folder("repo/src/lib"))).toBe(join(base, "repo"))
  })

  it("goes on past the copied package.json of the built app", () => {
    packageIn("repo")
    folder("repo/assets")
    packageIn("repo/.cornerstore/app")
    expect(findPackageRoot(folder("repo/.cornerstore/app/src/lib"))).toBe(
      join(base, "repo")
    )
  })

  it("stays inside the installed package although the shop has assets too", () => {
    packageIn("shop", "a-shop")
    folder("shop/assets")
    const installed = "shop/node_modules/medusa-plugin-cornerstore"
    packageIn(installed)
    folder(installed, "assets")
    expect(findPackageRoot(folder(installed, ".medusa/server/src/lib"))).toBe(
      join(base, installed)
    )
  })

  it("says how to build the pages when they are missing", () => {
    packageIn("shop", "a-shop")
    folder("shop/assets")
    const installed = "shop/node_modules/medusa-plugin-cornerstore"
    packageIn(installed)
    expect(() => findPackageRoot(folder(installed, ".medusa/server"))).toThrow(
      `run "npm run build:web" in ${join(base, installed)}`
    )
    expect(() => findPackageRoot(folder("nowhere"))).toThrow(
      'run "npm run build:web" in its repository'
    )
  })
})
