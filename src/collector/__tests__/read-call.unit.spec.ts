import fc from "fast-check"

import { readCall } from "../read-call"

const source = {
  source_id: "apk_1",
  received_at: new Date("2026-03-01T10:00:00Z"),
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
})
