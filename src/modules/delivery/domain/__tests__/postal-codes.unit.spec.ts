import { postalCodeMatches } from "../postal-codes"

describe("postalCodeMatches", () => {
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
    expect(postalCodeMatches(rule, code)).toBe(expected)
  })
})
