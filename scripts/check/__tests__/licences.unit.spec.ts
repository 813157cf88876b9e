import { licenceProblems } from "../checks/licences"
import { isPermissive } from "../licence-expression"

describe("isPermissive", () => {
  it.each([
    ["MIT"],
    ["(MIT OR GPL-3.0-only)"],
    ["GPL-2.0 OR (MIT AND ISC)"],
    ["MIT AND Apache-2.0"],
  ])("accepts %s", (expression) => {
    expect(isPermissive(expression)).toBe(true)
  })

  it.each([
    ["GPL-3.0-only"],
    ["MIT AND GPL-3.0-only"],
    ["(MIT AND GPL-3.0-only) OR LGPL-3.0"],
    ["SEE LICENSE IN LICENSE"],
    ["UNLICENSED"],
    [""],
  ])("refuses %s", (expression) => {
    expect(isPermissive(expression)).toBe(false)
  })
})

describe("licenceProblems", () => {
  const lock = (
    packages: Parameters<typeof licenceProblems>[0]["packages"]
  ) => ({
    packages: {
      "": {
        dependencies: { shipped: "1" },
        devDependencies: { tool: "1", "@medusajs/medusa": "2" },
      },
      "node_modules/shipped": { license: "MIT", dependencies: { deep: "1" } },
      "node_modules/shipped/node_modules/deep": { license: "MIT" },
      "node_modules/deep": { license: "GPL-3.0" },
      "node_modules/tool": { license: "ISC", dependencies: { deep: "1" } },
      "node_modules/@medusajs/medusa": { license: "SEE LICENSE IN LICENSE" },
      ...packages,
    },
  })

  it("judges what is shipped however deep, and what we chose ourselves", () => {
    expect(licenceProblems(lock({}))).toEqual([])
  })

  it("finds a licence deep in what is shipped, in the copy that is loaded", () => {
    expect(
      licenceProblems(
        lock({
          "node_modules/shipped/node_modules/deep": { license: "GPL-2.0" },
        })
      )
    ).toEqual(["deep: GPL-2.0 is not permissive"])
  })

  it("finds a tool of ours, and one that names no licence", () => {
    expect(
      licenceProblems(
        lock({ "node_modules/tool": { license: "AGPL-3.0-only" } })
      )
    ).toEqual(["tool: AGPL-3.0-only is not permissive"])
    expect(licenceProblems(lock({ "node_modules/tool": {} }))).toEqual([
      "tool: names no licence",
    ])
  })
})
