import { parseCpuSeconds } from "../overhead/cpu-time"
import { readStatements, surplus, withoutValues } from "../overhead/statements"

const LOG = [
  'bench stock LOG:  execute <unnamed>: select "id"',
  '\tfrom "cart"',
  "\twhere id = $1",
  "bench stock DETAIL:  Parameters: $1 = 'cart_1'",
  "bench plugin LOG:  statement: begin;",
  "bench stock LOG:  statement: select 1",
  "bench  LOG:  checkpoint starting: time",
  "\tof another line",
  "",
].join("\n")

describe("statements of a database from the server's log", () => {
  it("are read with all their lines, and only its own", () => {
    expect(readStatements(LOG, "stock")).toEqual([
      'select "id" from "cart" where id = ?',
      "select ?",
    ])
    expect(readStatements(LOG, "plugin")).toEqual(["begin;"])
    expect(readStatements(LOG, "other")).toEqual([])
  })

  it("are equal whatever values and however many they hold", () => {
    const two = withoutValues(
      "select a1 from t where b in ($1, $2) and c = 'x'"
    )
    const one = withoutValues(
      "select a1  from t where b in ($7) and c = 'it''s'"
    )
    expect(two).toBe(one)
    expect(withoutValues("values ($1, $2), ($3, $4)")).toBe("values (?)")
  })

  it("that only one side runs are found, as often as it does", () => {
    expect(surplus(["a", "b", "b", "c"], ["b", "c", "d"])).toEqual(["a", "b"])
    expect(surplus(["a"], ["a", "a"])).toEqual([])
  })
})

describe("processor time of a process", () => {
  it("is read past a name with spaces and brackets", () => {
    const fields = ["S", ...Array<string>(10).fill("9"), "250", "50", "7"]
    expect(parseCpuSeconds(`12 (node (x) y) ${fields.join(" ")}`)).toBe(3)
  })
})
