import { firstSentence, reflow, statusesIn, withoutPlace } from "../doc-comment"

describe("statusesIn", () => {
  it.each([
    [
      "Keeps a place. 409 when the slot is full, 422 when it is closed.",
      { 409: "When the slot is full", 422: "When it is closed" },
    ],
    [
      "Refused with 400 while orders are open. Then more.",
      { 400: "While orders are open" },
    ],
    [
      "404 when unknown; 400 for another.",
      { 404: "When unknown", 400: "For another" },
    ],
    [
      "409: the page is old; 422: say more.",
      { 409: "The page is old", 422: "Say more" },
    ],
    [
      "413 above 500 KB, 429 and 503 with `Retry-After`.",
      { 413: "Above 500 KB", 429: "", 503: "With `Retry-After`" },
    ],
    ["200 or 503, as it is.", { 503: "As it is" }],
  ])("reads %s", (text, expected) => {
    expect(Object.fromEntries(statusesIn(text))).toEqual(expected)
  })

  it.each([
    ["At most 500 characters."],
    ["Up to 400 rows, or 409 entries."],
    ["The year 4040 when it ends"],
  ])("does not take a number for a status: %s", (text) => {
    expect(statusesIn(text).size).toBe(0)
  })
})

describe("firstSentence", () => {
  it.each([
    ["Drivers by name.", "Drivers by name"],
    ["What is done; answers with the state.", "What is done"],
    [
      "Gives a name, e.g. `a.b`, to it. More.",
      "Gives a name, e.g. `a.b`, to it",
    ],
    ["One\n\nTwo.", "One"],
    ["", ""],
  ])("of %j is %j", (text, expected) => {
    expect(firstSentence(text)).toBe(expected)
  })
})

describe("reflow", () => {
  it("joins lines, keeps paragraphs and names links", () => {
    expect(reflow("One\ntwo {@link Thing}.\n\nThree\n- a\n- b")).toBe(
      "One two `Thing`.\n\nThree\n- a\n- b"
    )
  })
})

describe("withoutPlace", () => {
  it.each([
    ["Body of `POST /a/:id`.", ""],
    ["Query of `GET /a`: days, inclusive.", "Days, inclusive."],
    ["Every open stop.", "Every open stop."],
  ])("of %j is %j", (text, expected) => {
    expect(withoutPlace(text)).toBe(expected)
  })
})
