import { isServing } from "../identity"
import { refusal } from "../lock"
import { packageVersion } from "../package-version"

describe("isServing", () => {
  const argv = (...words: string[]) => ["node", "/app/medusa", ...words]

  it("is true for the commands that answer customers", () => {
    expect(isServing(argv("start"), {})).toBe(true)
    expect(isServing(argv("develop", "--port", "9001"), {})).toBe(true)
    expect(isServing(argv("--verbose", "start"), {})).toBe(true)
  })

  it("is false for what may run beside them", () => {
    for (const words of [
      ["db:migrate"],
      ["exec", "./start"],
      ["build"],
      ["user", "-e", "a@b.c"],
      [],
    ]) {
      expect(isServing(argv(...words), {})).toBe(false)
    }
    expect(isServing(argv("start"), { JEST_WORKER_ID: "1" })).toBe(false)
  })
})

describe("refusal", () => {
  it("names the process to stop, or says what it knows", () => {
    expect(refusal("4711@shop-1", "alone")).toBe(
      "Another Cornerstore process already serves this database; set REDIS_URL to run several, or stop process 4711 on shop-1"
    )
    expect(refusal(null, "alone")).toMatch(/or stop the process that holds it$/)
    expect(refusal("4711@shop-1", "together")).toBe(
      "A Cornerstore process without REDIS_URL serves this database: give it the same REDIS_URL, or stop process 4711 on shop-1"
    )
  })
})

describe("packageVersion", () => {
  it("is found from below and unknown outside of the package", () => {
    expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/)
    expect(packageVersion("/")).toBe("unknown")
  })
})
