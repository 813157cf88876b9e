import { modelProblems, pathProblems } from "../checks/layout"
import { drift } from "../checks/migrations"

describe("pathProblems", () => {
  it.each([
    ["src/api/admin/pos/connections/[id]/test/route.ts"],
    ["src/modules/pos/unit-tests/a.ts"],
    ["src/integration-tests/a.ts"],
  ])("reports %s, which no build would hold", (file) => {
    expect(pathProblems(file)).toHaveLength(1)
  })

  it("does not mind a word inside a name", () => {
    expect(pathProblems("src/lib/__tests__/latest/test-kit.ts")).toEqual([])
  })
})

describe("modelProblems", () => {
  const FILE = "src/modules/audit/models/audit-entry.ts"

  it.each([
    ["export default model.define('a', {})"],
    ["export const A = model.define('a', {})"],
    ["const A = 1\nexport type T = typeof A\nexport default A"],
    ["interface T {}\nexport type { T }\nexport const A = 1"],
  ])("accepts %s", (text) => {
    expect(modelProblems(FILE, text)).toEqual([])
  })

  it.each([
    ["an entity exported twice", "export const A = 1\nexport default A", 2],
    ["two entities", "export const A = 1, B = 2", 2],
    ["a helper beside it", "export function f() {}\nexport const A = 1", 2],
    ["a list", "const A = 1, B = 2\nexport { A, B }", 2],
    ["nothing", "const A = 1", 0],
  ])("reports %s", (_what, text, count) => {
    expect(modelProblems(FILE, text)).toEqual([
      expect.stringContaining(`exports ${count} values`),
    ])
  })

  it("leaves an index alone", () => {
    expect(
      modelProblems("src/modules/a/models/index.ts", "export * from './a'")
    ).toEqual([])
  })
})

describe("drift", () => {
  const folder = "src/modules/audit/migrations"

  it("says nothing while generating changes nothing", () => {
    const files = new Map([[`${folder}/Migration1.ts`, "a"]])
    expect(drift(files, new Map(files))).toEqual([])
  })

  it("shows the statements that are missing", () => {
    const after = new Map([
      [`${folder}/Migration2.ts`, 'this.addSql(`alter table "a" add b int;`)'],
      [`${folder}/.snapshot-medusa-audit.json`, "{}"],
    ])
    const findings = drift(new Map(), after)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toContain(folder)
    expect(findings[0]).toContain('alter table "a" add b int;')
  })
})
