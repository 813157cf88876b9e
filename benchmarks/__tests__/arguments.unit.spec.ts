import { parseBenchArguments } from "../lib/arguments"

const KNOWN = ["start", "overhead"]

describe("the command line of npm run bench", () => {
  it("takes names and options in any order", () => {
    expect(
      parseBenchArguments(
        ["overhead", "--rounds", "3", "--quick", "start", "--requests", "50"],
        KNOWN
      )
    ).toEqual({
      names: ["overhead", "start"],
      options: { quick: true, rounds: 3, requests: 50 },
    })
  })

  it("is not quick and names nothing by itself", () => {
    expect(parseBenchArguments([], KNOWN)).toEqual({
      names: [],
      options: { quick: false },
    })
  })

  it.each([
    [["strat"], /"strat" is neither/],
    [["--rounds"], /--rounds is ""/],
    [["--rounds", "0"], /--rounds is "0"/],
    [["--requests", "1.5"], /--requests is "1.5"/],
  ])("refuses %j", (args, message) => {
    expect(() => parseBenchArguments(args, KNOWN)).toThrow(message)
  })
})
