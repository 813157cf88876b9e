import fc from "fast-check"

import {
  followStatus,
  isTerminal,
  POS_STATUSES,
  ReportedStatus,
  StatusFacts,
  StatusMap,
  statusOf,
} from "../status"

const MAP: StatusMap = {
  Submitted: "received",
  Processing: "preparing",
  Filled: "ready",
  "In Transit": "out_for_delivery",
  Complete: "completed",
  Cancelled: "cancelled",
}
const NEW: StatusFacts = {
  status: null,
  external_status: null,
  is_status_unknown: false,
}
const says = (
  word: string,
  rejected_reason: string | null = null
): ReportedStatus => ({ word, rejected_reason })

const follow = (words: ReportedStatus[]): StatusFacts =>
  words.reduce((known, word) => followStatus(known, word, MAP), NEW)

describe("the status of an order at a POS", () => {
  it("is read whatever the case and the blanks of the vendor's word", () => {
    for (const word of [
      "In Transit",
      "in transit",
      "InTransit",
      "IN_TRANSIT",
    ]) {
      expect(statusOf(word, MAP)).toBe("out_for_delivery")
    }
    expect(statusOf("Teleported", MAP)).toBeNull()
  })

  it("is rejected when the vendor gives a reason, whatever the word", () => {
    expect(follow([says("Submitted", "No stock")]).status).toBe("rejected")
  })

  it("keeps the last known status and says so when the word is unknown", () => {
    expect(follow([says("Processing"), says("Teleported")])).toEqual({
      status: "preparing",
      external_status: "Teleported",
      is_status_unknown: true,
    })
    expect(
      follow([says("Processing"), says("Teleported"), says("Filled")])
    ).toEqual({
      status: "ready",
      external_status: "Filled",
      is_status_unknown: false,
    })
  })

  it("keeps a lower rank that arrives late as the vendor's word only", () => {
    expect(follow([says("Filled"), says("Submitted")])).toMatchObject({
      status: "ready",
      external_status: "Submitted",
    })
  })

  const word = fc.oneof(
    fc.constantFrom(...Object.keys(MAP)),
    fc.string({ minLength: 1 })
  )
  const reports = fc.array(
    fc.record({
      word,
      rejected_reason: fc.option(fc.constant("No"), { freq: 8 }),
    })
  )

  it("never leaves a terminal status, whatever comes", () => {
    fc.assert(
      fc.property(reports, reports, (before, after) => {
        const known = follow(before)
        fc.pre(isTerminal(known.status))
        expect(
          after.reduce((facts, each) => followStatus(facts, each, MAP), known)
        ).toEqual(known)
      })
    )
  })

  it("never moves back, and never becomes terminal by a word nobody has mapped", () => {
    const rank = ({ status }: StatusFacts) =>
      status ? Math.min(POS_STATUSES.indexOf(status), 5) : -1
    fc.assert(
      fc.property(reports, (all) => {
        let known = NEW
        for (const each of all) {
          const next = followStatus(known, each, MAP)
          expect(rank(next)).toBeGreaterThanOrEqual(rank(known))
          if (!each.rejected_reason && statusOf(each.word, MAP) === null) {
            expect(next.status).toBe(known.status)
          }
          known = next
        }
      })
    )
  })
})
