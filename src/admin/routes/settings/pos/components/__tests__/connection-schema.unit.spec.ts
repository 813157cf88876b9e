import type { TFunction } from "i18next"

import type { AdminPosConnection } from "../../../../../../sdk/types"
import {
  ConnectionValues,
  createConnectionSchema,
  NO_LOCATION,
  toConnectionInput,
  toConnectionValues,
} from "../connection-schema"
import { formatStatusMap, parseStatusMap } from "../status-map-text"

const t = ((key: string) => key) as unknown as TFunction<"cornerstore">
const ADAPTER = {
  credential_fields: [
    { name: "api_key", label: "Key", required: true },
    { name: "integrator_key", label: "Integrator", required: false },
  ],
}
const VALUES: ConnectionValues = {
  name: " Market Street ",
  base_url: "https://api.example.com",
  credentials: { api_key: "secret", integrator_key: "" },
  sales_channel_id: "sc_1",
  stock_location_id: NO_LOCATION,
  hold_unmapped: true,
  poll_seconds: "60",
  sync_minutes: "5",
  status_map: "Bagged = ready\n\n In a = b = received ",
}

const problems = (
  over: Partial<ConnectionValues>,
  lastFour: Record<string, string> = {}
) => {
  const parsed = createConnectionSchema(t, ADAPTER, lastFour).safeParse({
    ...VALUES,
    ...over,
  })
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path }) => path.join("."))
}

describe("the form of a POS connection", () => {
  it("sends what was typed, without blanks and empty keys", () => {
    expect(problems({})).toEqual([])
    expect(toConnectionInput(VALUES)).toEqual({
      name: "Market Street",
      base_url: "https://api.example.com",
      credentials: { api_key: "secret" },
      sales_channel_id: "sc_1",
      stock_location_id: null,
      settings: {
        unmapped_lines: "hold",
        poll_seconds: 60,
        sync_minutes: 5,
        status_map: { Bagged: "ready", "In a = b": "received" },
      },
    })
  })

  it("needs a key once, and keeps the stored one when none is typed", () => {
    const none = { credentials: { api_key: "", integrator_key: "" } }
    expect(problems(none)).toEqual(["credentials.api_key"])
    expect(problems(none, { api_key: "1234" })).toEqual([])
    expect(
      problems({ credentials: { integrator_key: "x" } }, { api_key: "1234" })
    ).toEqual(["credentials.api_key"])
    expect(toConnectionInput({ ...VALUES, ...none })).not.toHaveProperty(
      "credentials"
    )
  })

  it("names each field that is wrong", () => {
    expect(
      problems({
        name: " ",
        base_url: "dutchie",
        sales_channel_id: "",
        poll_seconds: "5",
        sync_minutes: "often",
        status_map: "Bagged = eaten",
      })
    ).toEqual([
      "name",
      "base_url",
      "sales_channel_id",
      "poll_seconds",
      "sync_minutes",
      "status_map",
    ])
  })

  it("shows a stored connection without its key, and saves it unchanged", () => {
    const connection = {
      name: "Market Street",
      base_url: "https://api.example.com",
      sales_channel_id: "sc_1",
      stock_location_id: "sloc_1",
      settings: {
        unmapped_lines: "skip",
        poll_seconds: 30,
        sync_minutes: 10,
        status_map: { Bagged: "ready" },
      },
    }
    const values = toConnectionValues(
      connection as unknown as AdminPosConnection,
      ADAPTER
    )
    expect(values.credentials).toEqual({ api_key: "", integrator_key: "" })
    expect(problems(values, { api_key: "1234" })).toEqual([])
    expect(toConnectionInput(values)).toEqual(connection)
  })

  it("reads the words it has written", () => {
    const map = { Bagged: "ready", "On hold": "preparing" } as const
    expect(parseStatusMap(formatStatusMap(map))).toEqual({ map, problem: null })
    expect(parseStatusMap("nonsense").problem).toBe("nonsense")
  })
})
