import { formatDayOrRange } from "../format-days"

describe("formatDayOrRange", () => {
  it("writes a day and a span of days with their years", () => {
    const plain = (text: string) =>
      formatDayOrRange(text, "en").replace(/\s/g, " ")
    expect(plain("2026-12-24")).toBe("Dec 24, 2026")
    expect(plain("2026-12-24/2026-12-26")).toBe("Dec 24 – 26, 2026")
    expect(plain("2026-12-31/2027-01-01")).toBe("Dec 31, 2026 – Jan 1, 2027")
  })
})
