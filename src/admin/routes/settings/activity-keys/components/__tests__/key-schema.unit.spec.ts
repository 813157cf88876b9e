import type { TFunction } from "i18next"

import { createKeySchema, EMPTY_KEY, toKeyInput } from "../key-schema"

const t = ((key: string) => key) as unknown as TFunction<"cornerstore">
const NOW = new Date("2026-05-01T12:00:00Z")

describe("the form of an activity API key", () => {
  it("asks for a name and something to read", () => {
    const parsed = createKeySchema(t).safeParse({
      ...EMPTY_KEY,
      name: " ",
      events: false,
    })
    expect(
      parsed.error?.issues.map(({ path, message }) => [...path, message])
    ).toEqual([
      ["name", "activityKeys.errors.name"],
      ["facts", "activityKeys.errors.scopes"],
    ])
  })

  it("gives a year, all sources and no names unless told otherwise", () => {
    expect(toKeyInput({ ...EMPTY_KEY, name: " Warehouse " }, NOW)).toEqual({
      name: "Warehouse",
      scopes: ["events:read"],
      source_ids: null,
      expires_at: "2027-05-01T12:00:00.000Z",
    })
  })

  it("says whose events they are only of events that may be read", () => {
    const scopes = (values: Partial<typeof EMPTY_KEY>) =>
      toKeyInput({ ...EMPTY_KEY, ...values }, NOW).scopes
    expect(scopes({ identified: true })).toEqual([
      "events:read",
      "events:read:identified",
    ])
    expect(scopes({ events: false, identified: true, facts: true })).toEqual([
      "facts:read",
    ])
  })

  it("can be for some sources and for ever", () => {
    const values = {
      ...EMPTY_KEY,
      name: "Kiosk",
      source_ids: ["apk_1"],
      lifetime: "never" as const,
    }
    expect(toKeyInput(values, NOW)).toMatchObject({
      source_ids: ["apk_1"],
      expires_at: null,
    })
  })
})
