import fc from "fast-check"

import type { NewEvent } from "../../domain/new-event"
import { storeLots, Write } from "../store-lots"

const AT = new Date("2026-03-01T10:00:00Z")

/** `denied` events are counted; those with `poison` no database takes. */
const event = (message_id: string, more: Partial<NewEvent> = {}): NewEvent => ({
  source_id: "apk_1",
  message_id,
  type: "track",
  name: "Seen",
  anonymous_id: "v",
  user_id: null,
  claimed_customer_id: null,
  is_bot: false,
  consent: "granted",
  occurred_at: AT,
  received_at: AT,
  properties: "{}",
  context: "{}",
  ...more,
})
const poison = (message_id: string) =>
  event(message_id, { properties: "poison" })

/** What Postgres does, in memory. */
function database() {
  const keys = new Set<string>()
  const calls: number[] = []
  const write: Write = async (events) => {
    calls.push(events.length)
    if (events.some(({ properties }) => properties === "poison")) {
      throw Object.assign(new Error("invalid input"), { code: "22P05" })
    }
    const fresh = events.flatMap(
      ({ source_id, message_id, consent }, place) => {
        const key = `${source_id} ${message_id}`
        return keys.has(key) ? [] : (keys.add(key), [{ place, consent }])
      }
    )
    const places = (isKept: boolean) =>
      fresh
        .filter(({ consent }) => (consent !== "denied") === isKept)
        .map(({ place }) => place)
    return { stored: places(true), counted: places(false) }
  }
  return { write, keys, calls }
}

describe("storeLots", () => {
  it("writes all lots in one go and tells each its own numbers", async () => {
    const { write, calls } = database()
    await write([event("old")])
    const results = await storeLots(
      [
        [event("a"), event("b", { consent: "denied" })],
        [event("b"), event("old"), event("c")],
        [event("a", { source_id: "apk_2" })],
      ],
      write
    )
    expect(results).toEqual([
      { stored: 1, counted: 1, duplicates: 0, refused: [] },
      { stored: 1, counted: 0, duplicates: 2, refused: [] },
      { stored: 1, counted: 0, duplicates: 0, refused: [] },
    ])
    expect(calls).toEqual([1, 5])
  })

  it("finds what the database refuses, to nobody else's harm", async () => {
    const { write, keys } = database()
    const bad = poison("bad")
    const lots = [
      Array.from({ length: 9 }, (_, index) => event(`a${index}`)),
      [event("b"), bad, event("c")],
    ]
    expect(await storeLots(lots, write)).toEqual([
      { stored: 9, counted: 0, duplicates: 0, refused: [] },
      { stored: 2, counted: 0, duplicates: 0, refused: [bad] },
    ])
    expect(keys.size).toBe(11)
  })

  it("tries another request's message where the first of that id was refused", async () => {
    const { write, keys } = database()
    const bad = poison("same")
    expect(
      await storeLots([[bad, event("same")], [event("same")]], write)
    ).toEqual([
      { stored: 0, counted: 0, duplicates: 1, refused: [bad] },
      { stored: 1, counted: 0, duplicates: 0, refused: [] },
    ])
    expect(keys.size).toBe(1)
  })

  it("passes on what is not the events' fault", async () => {
    const write: Write = async () => {
      throw Object.assign(new Error("disk full"), { code: "53100" })
    }
    await expect(storeLots([[event("a"), event("b")]], write)).rejects.toThrow(
      "disk full"
    )
  })

  it("accounts for every event, and stores each key once", async () => {
    const anyEvent = fc
      .record({
        id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
        isPoison: fc.boolean(),
        consent: fc.constantFrom("granted" as const, "denied" as const),
      })
      .map(({ id, isPoison, consent }) =>
        isPoison ? poison(id) : event(id, { consent })
      )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyEvent)), async (lots) => {
        const { write, keys } = database()
        const results = await storeLots(lots, write)
        let fresh = 0
        results.forEach((result, index) => {
          const { stored, counted, duplicates, refused } = result
          fresh += stored + counted
          expect(stored + counted + duplicates + refused.length).toBe(
            lots[index].length
          )
        })
        expect(fresh).toBe(keys.size)
      })
    )
  })
})
