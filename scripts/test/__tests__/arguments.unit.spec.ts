import { parseArguments } from "../arguments"
import { STAGE_NAMES } from "../stages"

const ROOT = "/repo"

describe("parseArguments", () => {
  it("takes every stage when nothing is named", () => {
    expect(parseArguments([], ROOT)).toEqual({
      stages: [...STAGE_NAMES],
      paths: [],
      testName: null,
    })
  })

  it("runs named stages in the order of the list, not of the words", () => {
    expect(parseArguments(["http", "check"], ROOT).stages).toEqual([
      "check",
      "http",
    ])
  })

  it("leaves the checks out when files are picked by path", () => {
    const { stages, paths } = parseArguments(["delivery"], ROOT)
    expect(stages).toEqual(STAGE_NAMES.filter((name) => name !== "check"))
    expect(paths).toEqual([/delivery/])
  })

  it("picks files of one stage when both are given", () => {
    const { stages, paths } = parseArguments(["module", "slots?"], ROOT)
    expect(stages).toEqual(["module"])
    expect(paths).toEqual([/slots?/])
  })

  it("understands the path a shell or an editor completes", () => {
    const [fromRoot, relative] = parseArguments(
      ["/repo/src/lib/a.unit.spec.ts", "./src/lib/b.unit.spec.ts"],
      ROOT
    ).paths
    expect(fromRoot?.test("src/lib/a.unit.spec.ts")).toBe(true)
    expect(relative?.test("src/lib/b.unit.spec.ts")).toBe(true)
  })

  it("picks tests by name", () => {
    const { stages, testName } = parseArguments(["http", "-t", "full"], ROOT)
    expect(stages).toEqual(["http"])
    expect(testName).toBe("full")
  })

  it.each([["--watch"], ["slots("]])("refuses %s and says why", (word) => {
    expect(() => parseArguments([word], ROOT)).toThrow(word)
  })
})
