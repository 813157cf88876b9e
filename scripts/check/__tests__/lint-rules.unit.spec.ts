import path from "node:path"

import { TSESLint } from "@typescript-eslint/utils"
import { parser } from "typescript-eslint"

import { rules } from "../eslint"

const ROOT = path.resolve(__dirname, "..", "..", "..")

function lint(rule: keyof typeof rules, file: string, code: string): string[] {
  const linter = new TSESLint.Linter({ configType: "flat", cwd: ROOT })
  const config: TSESLint.FlatConfig.Config = {
    files: ["**/*.ts"],
    languageOptions: { parser },
    plugins: { cornerstore: { rules } },
    rules: { [`cornerstore/${rule}`]: "error" },
  }
  return linter
    .verify(code, [config], { filename: path.join(ROOT, file) })
    .map(({ message }) => message)
}

describe("dependency-direction", () => {
  const ROUTE = "src/api/admin/bookings/route.ts"
  const SERVICE = `"../../../modules/delivery/service"`

  it.each([
    ["an import", `import Service from ${SERVICE}\nnew Service()`],
    ["a half-typed import", `import S, { type T } from ${SERVICE}\nnew S()`],
    ["a side effect", `import ${SERVICE}`],
    ["a re-export", `export { a } from ${SERVICE}`],
    ["a re-export of all", `export * from ${SERVICE}`],
    ["a dynamic import", `await import(${SERVICE})`],
    ["require", `const a = require(${SERVICE})`],
  ])("reports %s", (_what, code) => {
    expect(lint("dependency-direction", ROUTE, code)).toEqual([
      expect.stringContaining("index and domain"),
    ])
  })

  it.each([
    ["import type", `import type Service from ${SERVICE}\nlet a: Service`],
    ["import() as a type", `type A = import(${SERVICE}).default`],
    [
      "an import that only types use",
      `import Service from ${SERVICE}\nconst a = resolve<Service>("x")`,
    ],
  ])("allows %s of a service", (_what, code) => {
    expect(lint("dependency-direction", ROUTE, code)).toEqual([])
  })
})

describe("pure-domain", () => {
  const FILE = "src/modules/delivery/domain/slots.ts"

  it.each([
    ["Date.now()"],
    ["new Date()"],
    ["Date()"],
    ["DateTime.now()"],
    ["DateTime.local()"],
    ["Math.random()"],
    ["performance.now()"],
    ["process.env.TZ"],
    ["console.log(1)"],
    ["fetch('/x')"],
    ["setTimeout(f, 1)"],
  ])("reports %s", (code) => {
    expect(lint("pure-domain", FILE, code)).toHaveLength(1)
  })

  it.each([
    ["new Date(instant)"],
    ["DateTime.utc(2026, 1, 1)"],
    ["DateTime.fromISO(text)"],
    ["Math.max(1, 2)"],
    ["slot.now()"],
  ])("allows %s", (code) => {
    expect(lint("pure-domain", FILE, code)).toEqual([])
  })
})

describe("hooks-in-one-place", () => {
  const CODE = "completeCartWorkflow.hooks.validate(() => undefined)"

  it("reports a hook that is taken elsewhere", () => {
    expect(
      lint("hooks-in-one-place", "src/workflows/delivery/a.ts", CODE)
    ).toEqual([expect.stringContaining("completeCartWorkflow.hooks")])
  })

  it.each([
    ["src/workflows/hooks/complete-cart.ts", CODE],
    ["integration-tests/http/host.spec.ts", CODE],
    ["src/admin/lib/a.ts", "settings.hooks.on()"],
  ])("allows %s", (file, code) => {
    expect(lint("hooks-in-one-place", file, code)).toEqual([])
  })
})
