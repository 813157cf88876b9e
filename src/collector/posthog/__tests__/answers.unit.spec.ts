import fc from "fast-check"
import { runInNewContext } from "node:vm"

import { configScript, decision, noFlags, REMOTE_CONFIG } from "../answers"

const query = (text: string) => new URLSearchParams(text)

describe("PostHog's settings and flags", () => {
  it("are the same as a script, whatever the token is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (token) => {
        const script = configScript(token)
        const window: Record<string, Record<string, unknown>> = {}
        runInNewContext(script, { window })
        expect(script).not.toContain("</")
        expect(window._POSTHOG_REMOTE_CONFIG[token]).toEqual({
          config: REMOTE_CONFIG,
          siteApps: [],
        })
      })
    )
  })

  it("switch everything off that would load, record or show something", () => {
    expect(REMOTE_CONFIG).toMatchObject({
      hasFeatureFlags: false,
      autocapture_opt_out: true,
      sessionRecording: false,
      siteApps: [],
      heatmaps: false,
    })
    expect(REMOTE_CONFIG).not.toHaveProperty("surveys")
  })

  it("have the shape that each version reads", () => {
    expect(noFlags(query("v=2"))).toMatchObject({ flags: {} })
    expect(noFlags(query("v=2"))).not.toHaveProperty("featureFlags")
    expect(noFlags(query(""))).toMatchObject({
      featureFlags: {},
      featureFlagPayloads: {},
    })
    expect(noFlags(query("v=2&config=true"))).toMatchObject({
      flags: {},
      supportedCompression: REMOTE_CONFIG.supportedCompression,
    })
    expect(decision(query("v=1"))).toMatchObject({ featureFlags: [] })
    expect(decision(query("v=3"))).toMatchObject({
      featureFlags: {},
      featureFlagPayloads: {},
      autocapture_opt_out: true,
    })
    expect(decision(query("v=4"))).toMatchObject({ flags: {} })
  })
})
