import { readPath } from "../calls"

describe("readPath", () => {
  it.each([
    ["/v1/track", { kind: "call", call: "track" }],
    ["/v1/batch/", { kind: "call", call: "batch" }],
    ["/v1/b", { kind: "call", call: "batch" }],
    ["/v1/s", { kind: "call", call: "screen" }],
    ["/v1/import", { kind: "call", call: "batch" }],
    ["/beacon/v1/batch", { kind: "call", call: "batch" }],
    ["/v1/projects/pk_1/settings", { kind: "settings", writeKey: "pk_1" }],
    ["/sourceConfig/", { kind: "source_config" }],
  ])("knows %s", (path, expected) => {
    expect(readPath(path)).toEqual(expected)
  })

  it.each([
    "/",
    "/v1",
    "/v1/constructor",
    "/v2/track",
    "/v1/track/more",
    "/beacon/v1/track",
  ])("leaves %s alone", (path) => {
    expect(readPath(path)).toBeNull()
  })
})
