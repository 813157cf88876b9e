import { readPath } from "../../calls"

describe("PostHog's paths", () => {
  it.each(["/e", "/e/", "/i/v0/e/", "/capture/", "/batch", "/batch/"])(
    "%s takes events",
    (path) => {
      expect(readPath(path)).toEqual({ kind: "posthog", ask: "capture" })
    }
  )

  it.each([
    ["/flags/", { ask: "flags" }],
    ["/decide", { ask: "decide" }],
    ["/s/", { ask: "recording" }],
    [
      "/array/pk_1/config",
      { ask: "config", writeKey: "pk_1", asScript: false },
    ],
    [
      "/array/pk_1/config.js",
      { ask: "config", writeKey: "pk_1", asScript: true },
    ],
    ["/static/recorder.js", { ask: "extension" }],
    ["/static/1.449.2/surveys.js", { ask: "extension" }],
  ])("%s is known", (path, expected) => {
    expect(readPath(path)).toEqual({ kind: "posthog", ...expected })
  })

  it.each([
    "/e/more",
    "/constructor",
    "/array/pk_1",
    "/array/pk_1/array.js",
    // The client itself is not here, and a shop's uploads are not PostHog's.
    "/static/array.js",
    "/static/1763731-cake.jpg",
    "/static/recorder.png",
    "/static/uploads/recorder.js",
    "/static/1.449.2/more/recorder.js",
  ])("%s is left to the shop", (path) => {
    expect(readPath(path)).toBeNull()
  })
})
