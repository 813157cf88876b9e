import i18next from "i18next"

import { createAdjustSchema, toSignedPoints } from "../adjust-schema"

const i18n = i18next.createInstance()
const t = i18n.getFixedT("en", "cornerstore")

beforeAll(() => i18n.init({ lng: "en" }))

const give = { direction: "give" as const, points: "50", reason: "Late cake" }
const take = { ...give, direction: "take" as const }

describe("the adjust form", () => {
  it.each([
    [give, true],
    [{ ...give, points: " 7 " }, true],
    [{ ...give, points: "0" }, false],
    [{ ...give, points: "-5" }, false],
    [{ ...give, points: "1.5" }, false],
    [{ ...give, points: "10000001" }, false],
    [{ ...give, reason: "  " }, false],
    [take, true],
    [{ ...take, points: "61" }, false],
  ])("of %j is fine: %p", (values, fine) => {
    expect(createAdjustSchema(t, 60).safeParse(values).success).toBe(fine)
  })

  it("takes nothing from a customer who owes points", () => {
    const schema = createAdjustSchema(t, -20)
    expect(schema.safeParse({ ...take, points: "1" }).success).toBe(false)
    expect(schema.safeParse({ ...give, points: "1" }).success).toBe(true)
  })

  it("sends the sign that was chosen", () => {
    expect([give, take].map(toSignedPoints)).toEqual([50, -50])
  })
})
