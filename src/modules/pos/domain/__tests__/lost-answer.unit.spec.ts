import { decideLostAnswer, LookupResult } from "../lost-answer"

const SUBMITTED = new Date("2026-05-01T10:00:00Z")
const decide = (result: LookupResult, secondsLater: number) =>
  decideLostAnswer({
    result,
    submittedAt: SUBMITTED,
    now: new Date(SUBMITTED.getTime() + secondsLater * 1_000),
    settleMs: 300_000,
  })

describe("a submission whose answer was lost", () => {
  it("is adopted as soon as the POS lists it", () => {
    expect(
      decide({ kind: "found", external_id: "9", transaction_id: "5" }, 1)
    ).toEqual({ kind: "adopt", external_id: "9", transaction_id: "5" })
  })

  it("goes to a person when the ticket is there but not which order it is", () => {
    expect(
      decide({ kind: "found", external_id: null, transaction_id: "5" }, 999)
    ).toEqual({ kind: "person", why: "no_id" })
  })

  it("waits while the POS's reads may lag behind, and is sent again after", () => {
    const none: LookupResult = { kind: "none", candidates: [] }
    expect(decide(none, 299)).toEqual({
      kind: "wait",
      until: new Date("2026-05-01T10:05:00Z"),
    })
    expect(decide(none, 300)).toEqual({ kind: "resend" })
  })

  it("is not sent again while an open order of the same customer may be it", () => {
    const staffEdited: LookupResult = {
      kind: "none",
      candidates: [{ external_id: "12", reference: "by hand" }],
    }
    expect(decide(staffEdited, 10).kind).toBe("wait")
    expect(decide(staffEdited, 300)).toEqual({
      kind: "person",
      why: "candidates",
    })
  })
})
