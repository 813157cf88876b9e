import { createServer, Server } from "node:http"
import { AddressInfo } from "node:net"

import { DEFAULT_COLLECTOR_SETTINGS } from "../../modules/activity/domain/consent"
import { readPath } from "../calls"
import { Collector, CollectorContext } from "../collector"

const BODY = JSON.stringify({ event: "Seen", anonymousId: "v" })

/** The collector on Node's plain HTTP server, as a process of its own has it. */
describe("Collector", () => {
  let server: Server
  let url: string
  let context: CollectorContext
  let warnings: string[]

  beforeEach(async () => {
    warnings = []
    const collector = new Collector()
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

  const send = (body = BODY) =>
    fetch(`${url}/v1/track?writeKey=pk_1`, { method: "POST", body })

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

  it("takes no more than it can hold at once", async () => {
    let release = () => undefined as void
    const released = new Promise<void>((resolve) => (release = resolve))
    let waiting = 0
    const all = new Promise<void>((resolve) => {
      context.store.storeEvents = async () => {
        if (++waiting === 256) {
          resolve()
        }
        await released
        return { stored: 1, counted: 0, duplicates: 0, refused: [] }
      }
    })
    const held = Array.from({ length: 256 }, () => send())
    await all
    const refused = await send()
    expect(refused.status).toBe(429)
    expect(refused.headers.get("retry-after")).toBe("1")
    release()
    const statuses = await Promise.all(
      held.map(async (each) => (await each).status)
    )
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect((await send()).status).toBe(200)
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
