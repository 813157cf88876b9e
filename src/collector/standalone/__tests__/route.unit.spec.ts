import { readRoute } from "../route"

describe("readRoute", () => {
  it("knows the same paths at the root and below /collect", () => {
    const path = { kind: "call", call: "track" }
    expect(readRoute("/v1/track?writeKey=k")).toEqual({
      kind: "collect",
      path,
      prefix: "",
    })
    expect(readRoute("/collect/v1/t")).toEqual({
      kind: "collect",
      path,
      prefix: "/collect",
    })
  })

  it("knows its own health, and nothing else of a shop", () => {
    expect(readRoute("/health?verbose")).toEqual({ kind: "health" })
    for (const url of ["", "/", "/store/products", "/collected/v1/track"]) {
      expect(readRoute(url)).toBeNull()
    }
  })
})
