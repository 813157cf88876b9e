import { readFileSync } from "node:fs"
import path from "node:path"

import Ajv2020 from "ajv/dist/2020"

import { isJsonObject, type Json, type JsonObject } from "../json"
import { follow, operationsOf, problemsOf } from "../validate"

const FILE = path.resolve(__dirname, "../../../docs/openapi.json")
const read: Json = JSON.parse(readFileSync(FILE, "utf8"))
const document: JsonObject = isJsonObject(read) ? read : {}

const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema({ ...document, $id: "cornerstore:openapi" })

/** One schema of the document, judged with everything it refers to. */
function judge(pointer: string, value: unknown): boolean {
  const validate = ajv.getSchema(`cornerstore:openapi${pointer}`)
  if (!validate) {
    throw new Error(`${pointer} is not in the document`)
  }
  return validate(value) === true
}

const pointerTo = (route: string, ...rest: string[]) =>
  ["#/paths", route, ...rest]
    .map((part, index) =>
      index === 0 ? part : part.replaceAll("~", "~0").replaceAll("/", "~1")
    )
    .join("/")
const bodyOf = (route: string) =>
  pointerTo(
    route,
    "post",
    "requestBody",
    "content",
    "application/json",
    "schema"
  )
const answerOf = (route: string, method: string, status = "200") =>
  pointerTo(
    route,
    method,
    "responses",
    status,
    "content",
    "application/json",
    "schema"
  )

describe("docs/openapi.json", () => {
  it("is sound", () => {
    expect(document.openapi).toBe("3.1.0")
    expect(problemsOf(document)).toEqual([])
  })

  it("holds schemas that a validator takes", () => {
    const schemas = follow(document, "#/components/schemas")
    const names = Object.keys(isJsonObject(schemas) ? schemas : {})
    expect(names.length).toBeGreaterThan(50)
    names.forEach((name) =>
      expect(() => judge(`#/components/schemas/${name}`, {})).not.toThrow()
    )
  })

  it("says what holding a slot takes and answers", () => {
    const route = "/store/carts/{id}/delivery-slot"
    expect(judge(bodyOf(route), { slot_id: "dslot_1" })).toBe(true)
    expect(judge(bodyOf(route), {})).toBe(false)
    expect(judge(bodyOf(route), { slot_id: "dslot_1", cart_id: "x" })).toBe(
      false
    )
    const hold = { slot_id: "dslot_1", expires_at: "2026-11-21T10:00:00.000Z" }
    expect(judge(answerOf(route, "post"), { hold })).toBe(true)
    expect(judge(answerOf(route, "post"), { hold: {} })).toBe(false)
    const refusal = { type: "not_allowed", code: "slot_full", message: "Full" }
    for (const status of ["409", "422"]) {
      expect(judge(answerOf(route, "post", status), refusal)).toBe(true)
    }
  })

  it("has every operation under a tag that is listed, with an answer", () => {
    const listed = Array.isArray(document.tags)
      ? document.tags.map((tag) => (isJsonObject(tag) ? tag.name : null))
      : []
    operationsOf(document).forEach(({ operation }) => {
      const { tags, responses, summary } = operation
      expect(listed).toEqual(
        expect.arrayContaining(Array.isArray(tags) ? tags : [null])
      )
      expect(Object.keys(isJsonObject(responses) ? responses : {})).toContain(
        "default"
      )
      expect(summary).toEqual(expect.stringMatching(/\S/))
    })
  })

  it.each([
    ["/admin/delivery/bookings", "get", "ListBookingsResponse"],
    ["/admin/pos/connections", "post", "PosConnectionResponse"],
    ["/driver/{token}/state", "get", "DriverState"],
    ["/store/customers/me/loyalty", "get", "LoyaltyAccountResponse"],
    ["/track/{token}/state", "get", "TrackerState"],
  ])("%s answers %s with %s", (route, method, name) => {
    expect(follow(document, answerOf(route, method))).toEqual({
      $ref: `#/components/schemas/${name}`,
    })
  })

  it("calls streams and pages what they are", () => {
    const contentOf = (route: string) =>
      follow(document, pointerTo(route, "get", "responses", "200", "content"))
    expect(contentOf("/track/{token}/events")).toHaveProperty([
      "text/event-stream",
    ])
    expect(contentOf("/track/{token}")).toHaveProperty(["text/html"])
    expect(contentOf("/admin/delivery/districts/export")).toHaveProperty([
      "application/geo+json",
    ])
  })
})
