import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { findTests } from "../discover"
import { needsOf } from "../needs"
import { type StageName, STAGES } from "../stages"

const root = mkdtempSync(path.join(tmpdir(), "cornerstore-files-"))

const FILES: Record<string, string> = {
  "src/lib/__tests__/sum.unit.spec.ts": "",
  "src/lib/__tests__/view.unit.spec.tsx": "",
  "src/lib/sum.unit.spec.ts": "not in a __tests__ folder",
  "integration-tests/http/store/slots.spec.ts": `import { a } from "../../helpers/cluster"`,
  "integration-tests/http/plain.spec.ts": `import { a } from "../../src/lib/sum"`,
  "integration-tests/http/fixture.ts": "",
  "integration-tests/browser/orders.spec.ts": `import {\n launchChromium,\n} from "../helpers/chromium"`,
  "integration-tests/helpers/cluster.ts": `import { useRedis } from "./redis"\nimport "./cluster"`,
  "integration-tests/helpers/redis.ts": "",
  "integration-tests/helpers/chromium.ts": "",
}

const stage = (name: StageName) => {
  const found = STAGES.find((each) => each.name === name)
  if (!found) {
    throw new Error(`no stage ${name}`)
  }
  return found
}

beforeAll(() => {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
})

afterAll(() => rmSync(root, { recursive: true }))

describe("findTests", () => {
  it("finds unit tests beside the code, and nothing else", async () => {
    expect(await findTests(root, stage("unit"), [])).toEqual([
      "src/lib/__tests__/sum.unit.spec.ts",
      "src/lib/__tests__/view.unit.spec.tsx",
    ])
  })

  it("finds integration suites in folders of any depth", async () => {
    expect(await findTests(root, stage("http"), [])).toEqual([
      "integration-tests/http/plain.spec.ts",
      "integration-tests/http/store/slots.spec.ts",
    ])
  })

  it("takes a file that matches any of the patterns", async () => {
    expect(await findTests(root, stage("http"), [/store/, /zzz/])).toEqual([
      "integration-tests/http/store/slots.spec.ts",
    ])
  })

  it("finds nothing where the folder is not there yet", async () => {
    expect(await findTests(root, stage("faults"), [])).toEqual([])
  })
})

describe("needsOf", () => {
  it.each([
    ["integration-tests/http/store/slots.spec.ts", ["redis"]],
    ["integration-tests/browser/orders.spec.ts", ["chromium"]],
    ["integration-tests/http/plain.spec.ts", []],
  ])("follows the imports of %s", async (file, needs) => {
    expect([...(await needsOf(root, file))]).toEqual(needs)
  })
})
