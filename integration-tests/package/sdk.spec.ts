import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { mkdir, rm, writeFile } from "node:fs/promises"
import path from "node:path"

import ts from "typescript"

import { filesBelow } from "./setup/files"
import { type PackedShop, preparePackedShop } from "./setup/prepare"
import { shellEnvironment } from "./setup/run-command"
import {
  type Flavour,
  FLAVOURS,
  realTypes,
  SDK_USES,
  type SdkMethod,
} from "./setup/sdk-uses"

jest.setTimeout(900_000)

const PACKAGE = "medusa-plugin-cornerstore"
const SDK = ".medusa/server/src/sdk"

/** Prints the methods that an SDK has when it runs. */
const LIST_METHODS = `(sdk) => console.log(JSON.stringify(
  Object.entries(sdk.cornerstore).flatMap(([context, client]) =>
    Object.getOwnPropertyNames(Object.getPrototypeOf(client))
      .filter((name) => name !== "constructor" && typeof client[name] === "function")
      .map((name) => context + "." + name)
  )
))`

describe("the SDK in a project that has only js-sdk", () => {
  let packed: PackedShop
  let methods: SdkMethod[]

  beforeAll(async () => {
    packed = await preparePackedShop()
    methods = listMethods(
      packed.storefront,
      `import Medusa from "@medusajs/js-sdk"
       import { withCornerstore } from "${PACKAGE}/sdk"
       const list = ${LIST_METHODS}
       list(withCornerstore(new Medusa({ baseUrl: "http://localhost:1" })))`
    )
  })

  it("has every method of the source", () => {
    expect(methods).toEqual(
      expect.arrayContaining([
        "delivery.resolveDistrict",
        "delivery.listSlots",
        "delivery.holdSlot",
        "delivery.releaseSlot",
        "delivery.retrieveForOrder",
        "instructions.retrieve",
        "instructions.update",
        "loyalty.retrieve",
        "loyalty.listEntries",
      ])
    )
  })

  it("names nothing but js-sdk in its types, and loads nothing at all", () => {
    const folder = path.join(packed.plugin, SDK)
    const named = (ending: string) =>
      filesBelow(folder)
        .filter((file) => file.endsWith(ending))
        .flatMap((file) => {
          const text = readFileSync(path.join(folder, file), "utf8")
          return [
            ...ts.preProcessFile(text, true, true).importedFiles,
            ...ts.preProcessFile(text).typeReferenceDirectives,
          ].map(({ fileName }) => inside(file, fileName))
        })
    expect([...new Set(named(".d.ts"))].sort()).toEqual([
      "@medusajs/js-sdk",
      "inside",
    ])
    expect([...new Set(named(".js"))]).toEqual(["inside"])
  })

  describe.each(FLAVOURS)("with the resolution of $name", (flavour) => {
    let project: string

    beforeAll(async () => {
      project = path.join(packed.storefront, `sdk-${flavour.moduleResolution}`)
      await writeProject(project, flavour, methods)
    })

    it("lets a storefront compile, refuses what is wrong, and has no any", () => {
      expect(compile(project, flavour)).toEqual([])
    })

    it("has declarations that hold when they are checked too", () => {
      const problems = compile(project, flavour, { skipLibCheck: false })
      // js-sdk's own ask for @medusajs/types, which it does not depend on.
      expect(
        problems.filter((problem) => !problem.includes("@medusajs/types"))
      ).toEqual([])
    })

    if (flavour.runs) {
      it("gives what runs in plain Node", () => {
        const name = flavour.file.replace(/ts$/, "js")
        const compiled = path.join(project, "out", name)
        const seen = listMethods(
          packed.storefront,
          `const { sdk } = await import(${JSON.stringify(compiled)})
           const list = ${LIST_METHODS}
           list(sdk)`
        )
        expect(seen).toEqual(methods)
      })
    }
  })
})

async function writeProject(
  project: string,
  { file, client }: Flavour,
  methods: readonly SdkMethod[]
): Promise<void> {
  await rm(project, { recursive: true, force: true })
  await mkdir(project)
  await writeFile(path.join(project, file), `${client}\n${SDK_USES}`)
  await writeFile(
    path.join(project, file.replace("storefront", "real-types")),
    realTypes(methods)
  )
}

/** Compiles a project as `tsc --strict` does, and tells what it complains of. */
function compile(
  project: string,
  { file, module, moduleResolution, runs }: Flavour,
  options: ts.CompilerOptions = {}
): string[] {
  const { options: parsed, errors } = ts.convertCompilerOptionsFromJson(
    {
      module,
      moduleResolution,
      strict: true,
      target: "ES2022",
      lib: ["ES2022", "DOM"],
      types: [],
      skipLibCheck: true,
      noEmit: !runs,
      outDir: path.join(project, "out"),
      rootDir: project,
      ...options,
    },
    project
  )
  const files = [file, file.replace("storefront", "real-types")]
  const program = ts.createProgram(
    files.map((name) => path.join(project, name)),
    parsed
  )
  const emitted = runs ? program.emit().diagnostics : []
  return [...errors, ...ts.getPreEmitDiagnostics(program), ...emitted].map(tell)
}

/** The complaint and the line it is about. */
function tell({ file, start = 0, messageText }: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(messageText, " ")
  if (!file) {
    return text
  }
  const { line } = file.getLineAndCharacterOfPosition(start)
  return `${path.basename(file.fileName)}: ${text} in: ${file.text.split("\n")[line].trim()}`
}

function listMethods(cwd: string, script: string): SdkMethod[] {
  const printed = execFileSync(
    process.execPath,
    ["--input-type=module", "-e", script],
    { cwd, env: shellEnvironment(), encoding: "utf8" }
  )
  return JSON.parse(printed) as SdkMethod[]
}

/** `inside` for a file of the SDK's own folder, else the name as it is. */
function inside(from: string, name: string): string {
  const target = path.posix.join(path.posix.dirname(from), name)
  return name.startsWith(".") && !target.startsWith("..") ? "inside" : name
}
