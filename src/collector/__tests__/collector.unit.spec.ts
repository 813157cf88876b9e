import { createServer, Server } from "node:http"
import { AddressInfo } from "node:net"
import { gzipSync } from "node:zlib"

import { DEFAULT_COLLECTOR_SETTINGS } from "../../modules/activity/domain/consent"
import { readPath } from "../calls"
import { Collector, CollectorContext } from "../collector"

const BODY = JSON.stringify({ event: "Seen", anonymousId: "v" })

const batch = (events: number, text = "") =>
  JSON.stringify({
    batch: Array.from({ length: events }, () => ({
      type: "track",
      event: "Seen",
      anonymousId: "v",
      properties: { text },
    })),
  })

/** The collector on Node's plain HTTP server, as a process of its own has it. */
describe("Collector", () => {
  let server: Server
  let url: string
  let context: CollectorContext
  // A request costs 16 KB by itself.
  const limits = { bytes: 40 * 16 * 1024, events: 60 }
  let warnings: string[]

  beforeEach(async () => {
    warnings = []
    const collector = new Collector(limits)
    context = {
      store: {
        storeEvents: async (events) => ({
          stored: events.length,
          counted: 0,
          duplicates: 0,
          refused: [],
        }),
        countDropped: async () => undefined,
      },
      choices: { recordVisitorChoice: async ({ analytics }) => analytics },
      findSource: async (key) => (key === "pk_1" ? "apk_1" : null),
      settings: async () => DEFAULT_COLLECTOR_SETTINGS,
      countryOf: () => null,
      logger: { warn: (message) => warnings.push(message) },
      publicUrl: "https://shop.example/collect",
    }
    server = createServer((req, res) => {
      const path = readPath((req.url ?? "").split("?")[0])
      if (path) {
        void collector.handle(req, res, path, context)
      }
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    url = `http://localhost:${(server.address() as AddressInfo).port}`
  })
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  const send = (body: RequestInit["body"] = BODY, call = "track") =>
    fetch(`${url}/v1/${call}?writeKey=pk_1`, { method: "POST", body })

  it("answers 200 only once the event is stored", async () => {
    let commit = () => undefined as void
    const committed = new Promise<void>((resolve) => (commit = resolve))
    context.store.storeEvents = async () => {
      await committed
      return { stored: 1, counted: 0, duplicates: 0, refused: [] }
    }
    let answered = false
    const answer = send().then((response) => {
      answered = true
      return response
    })
    await fetch(`${url}/v1/projects/pk_1/settings`)
    expect(answered).toBe(false)
    commit()
    expect((await answer).status).toBe(200)
  })

  it("asks to come again when store or keys are away, and says so once", async () => {
    context.store.storeEvents = () => Promise.reject(new TypeError("no store"))
    const answers = [await send(), await send()]
    context.findSource = () => Promise.reject(new TypeError("no keys"))
    answers.push(await send())
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503])
    expect(answers[0].headers.get("retry-after")).toMatch(/^[1-9]\d*$/)
    expect(warnings).toEqual(["Events are not being stored: no store"])
  })

  describe("that holds all it may", () => {
    let release: () => void
    let held: Promise<Response>[]

    /** Requests that wait for the store, which takes its time. */
    const hold = async (bodies: readonly string[]) => {
      const released = new Promise<void>((resolve) => (release = resolve))
      let waiting = 0
      const all = new Promise<void>((resolve) => {
        context.store.storeEvents = async (events) => {
          if (++waiting === bodies.length) {
            resolve()
          }
          await released
          return {
            stored: events.length,
            counted: 0,
            duplicates: 0,
            refused: [],
          }
        }
      })
      held = bodies.map((body) => send(body, "batch"))
      await all
    }
    afterEach(async () => {
      release()
      const statuses = await Promise.all(
        held.map(async (each) => (await each).status)
      )
      expect(new Set(statuses)).toEqual(new Set([200]))
      // All was given back.
      expect((await send(batch(60), "batch")).status).toBe(200)
    })

    const text = "x".repeat(20_000)
    it.each([
      ["events", [batch(20), batch(40)], batch(1)],
      ["requests", Array.from({ length: 39 }, () => batch(1)), batch(1)],
      ["bytes", [batch(20, text)], batch(12, text)],
      ["unpacked bytes", [batch(20, text)], gzipSync(batch(12, text))],
    ])("asks to come again: %s", async (_what, bodies, more) => {
      await hold(bodies)
      const refused = await send(more, "batch")
      expect(refused.status).toBe(429)
      expect(refused.headers.get("retry-after")).toMatch(/^[12]$/)
    })
  })

  it("names its own public address in the settings", async () => {
    const answer = await fetch(`${url}/v1/projects/pk_1/settings`)
    expect(await answer.json()).toMatchObject({
      integrations: {
        "Segment.io": { apiHost: "shop.example/collect/v1", protocol: "https" },
      },
    })
  })
})
