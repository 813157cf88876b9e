import { PostalIndex } from "../postal-codes"

describe("PostalIndex", () => {
  it.each([
    ["94110", "94110", true],
    ["94110", "94110-1234", true],
    ["94110", "94111", false],
    ["94110-94112", "94112", true],
    ["94110-94112", "94113", false],
    ["941*", "94199", true],
    ["*", "94199", false],
    ["SW1A 1AA", "sw1a1aa", true],
    ["SW1A", "SW1A1AA", false],
    ["10115-10119", "1011", false],
    ["", "94110", false],
    ["94110", "", false],
  ])("rule %j, code %j: %s", (rule, code, expected) => {
    const index = new PostalIndex()
    index.add(rule, 0)
    expect(index.find(code)).toBe(expected ? 0 : null)
  })

  it("gives a code that several rules cover to the smallest rank", () => {
    const index = new PostalIndex()
    index.add("94110", 0)
    index.add("94100-94120", 1)
    index.add("94115-94116", 2)
    index.add("94*", 3)
    index.add("94110", 4)
    expect(
      ["94110", "94116", "94999", "10115"].map((code) => index.find(code))
    ).toEqual([0, 1, 3, null])
  })
})
