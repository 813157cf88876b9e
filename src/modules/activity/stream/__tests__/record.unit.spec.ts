import fc from "fast-check"

import { EVENT_TYPES, NewEvent } from "../../domain/new-event"
import { isHopeless } from "../hopeless"
import { readRecord, UnreadableRecord, writeRecord } from "../record"

const text = fc.option(fc.string())
const instant = fc.date({ noInvalidDate: true })

const anEvent: fc.Arbitrary<NewEvent> = fc.record({
  source_id: fc.string(),
  message_id: fc.string(),
  type: fc.constantFrom(...EVENT_TYPES),
  name: text,
  anonymous_id: text,
  user_id: text,
  claimed_customer_id: text,
  is_bot: fc.boolean(),
  consent: fc.constantFrom("granted", "denied", "assumed", "unknown"),
  occurred_at: instant,
  received_at: instant,
  properties: fc.json(),
  context: fc.json(),
})

describe("a record of the stream", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(fc.array(anEvent), (events) => {
        expect(readRecord(writeRecord({ events }))).toEqual({ events })
      })
    )
    const dropped = [{ source_id: "apk_1", reason: "no_id", count: 2 }]
    expect(readRecord(writeRecord({ dropped }))).toEqual({ dropped })
  })

  it.each(["", "[]", "{}", '{"events":[{}]}', '{"dropped":[{"count":"2"}]}'])(
    "is none of ours: %s",
    (payload) => {
      expect(() => readRecord(payload)).toThrow(UnreadableRecord)
    }
  )
})

describe("isHopeless", () => {
  it.each([
    ["a record of another version", new UnreadableRecord("?"), true],
    ["a constraint of the store", { code: "23502" }, true],
    ["a full disk", { code: "53100" }, false],
    ["a store that is not migrated", { code: "42P01" }, false],
    ["a store that takes no writes", { code: "25006" }, false],
    ["a connection that broke", { code: "ECONNRESET" }, false],
    ["nobody knows what", new Error("?"), false],
  ])("%s", (_, error, hopeless) => {
    expect(isHopeless(error)).toBe(hopeless)
  })
})
