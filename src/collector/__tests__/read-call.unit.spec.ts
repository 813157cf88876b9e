import fc from "fast-check"

import { DEFAULT_COLLECTOR_SETTINGS } from "../../modules/activity/domain/consent"
import { readCall, readEach } from "../read-call"
import type { CallFacts } from "../read-message"

const source: CallFacts = {
  source_id: "apk_1",
  received_at: new Date("2026-03-01T10:00:00Z"),
  headers: {},
  country: null,
  settings: DEFAULT_COLLECTOR_SETTINGS,
}
const track = (more: object = {}) => ({
  type: "track",
  event: "Seen",
  anonymousId: "v",
  ...more,
})

describe("readCall", () => {
  it("takes the type from the path, and context of a batch for all in it", () => {
    const { events } = readCall(
      "identify",
      { userId: 7, type: "track", traits: { a: 1 } },
      source
    )
    expect(events).toMatchObject([
      {
        type: "identify",
        user_id: "7",
        anonymous_id: null,
        properties: '{"a":1}',
      },
    ])
    const batch = readCall(
      "batch",
      {
        context: { locale: "en", ip: "203.0.113.9" },
        sentAt: "2026-03-01T09:00:10Z",
        batch: [
          track({
            context: { locale: "es" },
            timestamp: "2026-03-01T09:00:00Z",
          }),
        ],
      },
      source
    )
    expect(batch.events).toMatchObject([
      {
        context: '{"locale":"es"}',
        occurred_at: new Date("2026-03-01T09:59:50Z"),
      },
    ])
  })

  it("refuses the events beyond Segment's 2,500, and says so", () => {
    const batch = Array.from({ length: 2_503 }, () => track())
    const { events, dropped } = readCall("batch", { batch }, source)
    expect(events).toHaveLength(2_500)
    expect([...dropped]).toEqual([["too_many", 3]])
  })

  it("gives an id to what has none, so that nothing is taken for a repeat", () => {
    const { events } = readCall("batch", { batch: [track(), track()] }, source)
    expect(new Set(events.map(({ message_id }) => message_id)).size).toBe(2)
  })

  it("cuts a name that no index could hold", () => {
    const { events } = readCall(
      "track",
      track({ event: "x".repeat(9_000) }),
      source
    )
    expect(events[0].name).toHaveLength(255)
  })

  it("marks what a machine sent, by what the event says of its browser", () => {
    const googlebot =
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
    const chrome =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36"
    const isBot = (userAgent: string | undefined, headers: object) =>
      readCall("track", track({ context: { userAgent } }), {
        ...source,
        headers: { ...headers },
      }).events[0].is_bot
    const origin = "https://shop.example"
    expect(isBot(googlebot, { "user-agent": chrome, origin })).toBe(true)
    expect(isBot(chrome, { "user-agent": googlebot, origin })).toBe(false)
    expect(isBot(undefined, { "user-agent": googlebot, origin })).toBe(true)
    // A server that reports for its visitors is no visitor.
    expect(isBot(undefined, { "user-agent": "axios/1.7" })).toBe(false)
  })

  it("keeps nothing of who it was without consent", () => {
    const { events } = readCall(
      "track",
      track({ userId: "u", properties: { a: 1 }, context: { locale: "en" } }),
      { ...source, headers: { "sec-gpc": "1" } }
    )
    expect(events).toMatchObject([
      {
        consent: "denied",
        name: "Seen",
        anonymous_id: null,
        user_id: null,
        claimed_customer_id: null,
        properties: "{}",
        context: "{}",
      },
    ])
  })

  it("counts what says that its visitor refused, without any id", () => {
    const refused = {
      anonymousId: undefined,
      context: { consent: { analytics_storage: "denied" } },
    }
    const { events, dropped } = readCall("track", track(refused), source)
    expect(events).toMatchObject([{ consent: "denied", anonymous_id: null }])
    expect(dropped.size).toBe(0)
    const silent = readCall("track", track({ anonymousId: undefined }), source)
    expect([...silent.dropped.keys()]).toEqual(["no_id"])
  })

  it("believes an id that only the customer can know", () => {
    const id = "cus_01K9Z0000000000000000000AB"
    const claims = [id, "anna@example.com", "7"].map(
      (userId) =>
        readCall("track", track({ userId }), source).events[0]
          .claimed_customer_id
    )
    expect(claims).toEqual([id, null, null])
  })

  it("accounts for every message, whatever is sent", () => {
    const message = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          type: fc.constantFrom("track", "page", "identify", "nonsense"),
          event: fc.jsonValue(),
          anonymousId: fc.jsonValue(),
          properties: fc.jsonValue(),
          context: fc.jsonValue(),
          timestamp: fc.jsonValue(),
          messageId: fc.jsonValue(),
        },
        { requiredKeys: [] }
      )
    )
    fc.assert(
      fc.property(fc.array(message, { minLength: 1 }), (batch) => {
        const { events, dropped, problem } = readCall(
          "batch",
          { batch },
          source
        )
        const refused = [...dropped.values()].reduce((sum, n) => sum + n, 0)
        expect(problem).toBeNull()
        expect(events.length + refused).toBe(batch.length)
      })
    )
  })

  it("leaves out what it stumbles over itself, and keeps the others", () => {
    const [good] = readCall("track", track(), source).events
    const { events, dropped } = readEach([1, 2, 3], (message) => {
      if (message === 2) {
        throw new TypeError("a fault of ours")
      }
      return good
    })
    expect(events).toHaveLength(2)
    expect([...dropped]).toEqual([["unreadable", 1]])
  })
})
