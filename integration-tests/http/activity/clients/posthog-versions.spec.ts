import { gzipSync } from "node:zlib"

import { FeatureFlag } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { createPublishableKey } from "../../../helpers/actors"
import { storedEvents } from "./stored-events"

jest.setTimeout(120_000)
process.env.MEDUSA_WORKER_MODE = "server"

// `defineConfig` asks before the runner has read the flag from the environment.
FeatureFlag.setFlag("rbac", true)

const VISITOR = "01a1fe34-a94e-7848-a8b9-f174fb6f26c8"

/**
 * Requests as clients send them that are not installed: what was captured of
 * posthog-js 1.200.0 and 1.300.0, and the forms that PostHog documents.
 */
medusaIntegrationTestRunner({
  env: { MEDUSA_FF_RBAC: "true" },
  testSuite: ({ api, getContainer, dbConnection }) => {
    let base: string
    let token: string

    beforeAll(async () => {
      base = api.defaults.baseURL
      token = (await createPublishableKey(getContainer())).key
    })

    const event = (name: string, more: object = {}) => ({
      uuid: `uuid of ${name}`,
      event: name,
      properties: { distinct_id: VISITOR, $device_id: VISITOR, token },
      ...more,
    })
    const packed = (body: unknown) => gzipSync(JSON.stringify(body))
    const base64 = (body: unknown) =>
      Buffer.from(JSON.stringify(body)).toString("base64")
    const form = (body: unknown) => `data=${encodeURIComponent(base64(body))}`
    const FORM = "application/x-www-form-urlencoded"

    const post = async (path: string, body: string | Buffer, type: string) => {
      const answer = await fetch(`${base}${path}`, {
        method: "POST",
        headers: { "content-type": type },
        body,
      })
      return { status: answer.status, body: await answer.json() }
    }
    const names = async () =>
      (await storedEvents(dbConnection)).map(({ name }) => name).sort()
    const thanks = { status: 200, body: { status: 1 } }

    describe.each(["/collect", ""])("to %p", (prefix) => {
      it("events of every version are taken", async () => {
        const now = Date.now()
        const old = `?ip=0&_=${now}&ver=1.200.0`
        const sent: [string, string | Buffer, string][] = [
          // 1.200.0 and 1.300.0: one event, then several.
          [
            `/e/${old}&compression=gzip-js`,
            packed(event("bare")),
            "text/plain",
          ],
          [
            `/e/${old}&compression=gzip-js`,
            packed([event("first"), event("second")]),
            "text/plain",
          ],
          [`/e/${old}&compression=base64`, form(event("form")), FORM],
          [`/i/v0/e/${old}`, JSON.stringify(event("json")), "application/json"],
          // 1.449.2
          [
            "/e/",
            packed({ api_key: token, batch: [event("batch")] }),
            "text/plain",
          ],
          // Server clients, and what PostHog's documentation shows.
          [
            "/batch",
            JSON.stringify({ api_key: token, batch: [event("slashless")] }),
            "application/json",
          ],
          [
            "/capture/",
            JSON.stringify({
              api_key: token,
              event: "documented",
              distinct_id: VISITOR,
            }),
            "application/json",
          ],
          [
            `/capture?api_key=${token}`,
            base64(event("bare text")),
            "text/plain",
          ],
        ]
        for (const [path, body, type] of sent) {
          expect([path, await post(`${prefix}${path}`, body, type)]).toEqual([
            path,
            thanks,
          ])
        }
        expect(await names()).toEqual(
          [
            ...["bare", "first", "second", "form", "json", "batch"],
            ...["slashless", "documented", "bare text"],
          ].sort()
        )
      })

      it("an image's address is enough", async () => {
        for (const path of ["/e/", "/capture/"]) {
          const answer = await fetch(
            `${base}${prefix}${path}?data=${encodeURIComponent(base64(event(path)))}&_=${Date.now()}`
          )
          expect(answer.status).toBe(200)
        }
        expect(await names()).toEqual(["/capture/", "/e/"])
        expect((await fetch(`${base}${prefix}/e/`)).status).toBe(400)
      })

      it("flags are empty and recordings are thrown away", async () => {
        const question = form({ token, distinct_id: VISITOR })
        const flags = (path: string) => post(`${prefix}${path}`, question, FORM)
        expect(
          await flags("/flags/?v=2&config=true&compression=base64")
        ).toMatchObject({
          status: 200,
          body: { flags: {}, sessionRecording: false },
        })
        expect(await flags("/decide/?v=3&compression=base64")).toMatchObject({
          status: 200,
          body: { featureFlags: {}, supportedCompression: ["gzip", "gzip-js"] },
        })
        const recording = packed(event("$snapshot"))
        expect(
          await post(
            `${prefix}/s/?compression=gzip-js`,
            recording,
            "text/plain"
          )
        ).toEqual(thanks)
        expect(
          await post(`${prefix}/s/`, "x".repeat(3_000_000), "text/plain")
        ).toEqual(thanks)
        expect(await names()).toEqual([])
      })

      it("settings are told to who has the key, extensions are empty", async () => {
        const get = (path: string) => fetch(`${base}${prefix}${path}`)
        expect(
          await (await get(`/array/${token}/config`)).json()
        ).toMatchObject({ hasFeatureFlags: false, sessionRecording: false })
        const script = await get(`/array/${token}/config.js`)
        expect(script.headers.get("content-type")).toMatch("text/javascript")
        expect(await script.text()).toContain("_POSTHOG_REMOTE_CONFIG")
        expect((await get("/array/pk_unknown/config")).status).toBe(401)
        const extension = await get("/static/1.449.2/surveys.js?v=1")
        expect([extension.status, await extension.text()]).toEqual([200, ""])
        expect((await get("/static/array.js")).status).toBe(404)
      })
    })

    it("what is no event of use is counted, what is wrong is refused for good", async () => {
      const send = (body: unknown) =>
        post("/collect/e/", JSON.stringify(body), "application/json")
      const clicks = [event("$autocapture"), event("$web_vitals")]
      expect(await send({ api_key: token, batch: clicks })).toEqual(thanks)
      expect(
        await send({
          api_key: token,
          batch: [event("kept"), "nonsense", { event: "nobody" }, ...clicks],
        })
      ).toEqual(thanks)
      expect(await names()).toEqual(["kept"])
      const { rows } = await dbConnection.raw(
        "select reason, count::int from activity.dropped_event order by reason"
      )
      expect(rows).toEqual([
        { reason: "malformed", count: 1 },
        { reason: "no_id", count: 1 },
        { reason: "not_kept", count: 4 },
      ])
      for (const [body, status] of [
        [{ api_key: token, batch: [] }, 400],
        [{ api_key: token, event: "nobody" }, 400],
        [{ api_key: "pk_unknown", batch: [event("stranger")] }, 401],
        [{ batch: [{ event: "keyless", distinct_id: VISITOR }] }, 401],
        ["text", 400],
      ] as const) {
        expect([body, (await send(body)).status]).toEqual([body, status])
      }
      expect(await names()).toEqual(["kept"])
    })
  },
})
