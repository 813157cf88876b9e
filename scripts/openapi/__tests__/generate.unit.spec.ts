import path from "node:path"

import { generate } from "../document"
import { isJsonObject, type JsonObject } from "../json"
import { follow, operationsOf, problemsOf } from "../validate"

/** A small API, written as ours is. */
const { document, warnings } = generate(path.join(__dirname, "fixture"))

function operation(method: string, at: string): JsonObject {
  const found = operationsOf(document).find(
    (each) => each.method === method.toLowerCase() && each.path === at
  )
  if (!found) {
    throw new Error(`${method} ${at} is not in the document`)
  }
  return found.operation
}

function schema(name: string): JsonObject {
  const found = follow(document, `#/components/schemas/${name}`)
  if (!isJsonObject(found)) {
    throw new Error(`${name} is not in the document`)
  }
  return found
}

const bodyOf = (name: string) => ({
  required: true,
  content: {
    "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
  },
})
const jsonOf = (name: string) => ({
  "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
})

describe("generate", () => {
  it("finds the routes that Medusa finds", () => {
    const found = operationsOf(document).map(
      ({ method, path: at }) => `${method} ${at}`
    )
    expect(found).toEqual([
      "get /admin/open",
      "get /admin/things",
      "get /admin/things/{id}",
      "post /admin/things/{id}",
      "post /echo",
      "get /store/customers/me/things",
      "post /store/things/{id}/hold",
      "get /watch/{token}/events",
      "get /watch/{token}/page",
    ])
  })

  it("is sound and says the same each time", () => {
    const again = generate(path.join(__dirname, "fixture"))
    expect(problemsOf(document)).toEqual([])
    expect(JSON.stringify(again.document)).toBe(JSON.stringify(document))
  })

  it("takes words from comments, also of a route that is another's", () => {
    expect(operation("GET", "/admin/things")).toMatchObject({
      operationId: "AdminGetThings",
      summary: "Things, newest first",
      tags: ["Admin things"],
    })
    expect(operation("GET", "/store/customers/me/things").summary).toBe(
      "The same list, for the customer"
    )
  })

  it("says who may call", () => {
    const either = (...others: JsonObject[]) => [
      ...others,
      { publishable_key: [], cookie_auth: [] },
      { publishable_key: [], jwt_token: [] },
    ]
    expect(operation("GET", "/admin/things").security).toEqual([
      { cookie_auth: [] },
      { jwt_token: [] },
      { api_token: [] },
    ])
    expect(operation("GET", "/admin/open").security).toEqual([])
    expect(operation("GET", "/watch/{token}/page").security).toEqual([])
    expect(operation("GET", "/store/customers/me/things").security).toEqual(
      either()
    )
    expect(operation("POST", "/store/things/{id}/hold").security).toEqual(
      either({ publishable_key: [] })
    )
  })

  it("reads bodies from the middlewares, through helpers, and from the handler", () => {
    expect(operation("POST", "/store/things/{id}/hold").requestBody).toEqual(
      bodyOf("HoldThing")
    )
    expect(operation("POST", "/admin/things/{id}").requestBody).toEqual(
      bodyOf("Rule")
    )
    expect(operation("POST", "/echo").requestBody).toEqual(bodyOf("EchoBody"))
    expect(schema("HoldThing")).toEqual({
      type: "object",
      description: "For how long.",
      properties: {
        minutes: {
          type: "integer",
          minimum: 1,
          description: "At least one minute.",
        },
        note: { anyOf: [{ type: "string" }, { type: "null" }] },
      },
      required: ["minutes"],
      additionalProperties: false,
    })
    expect(schema("Rule").properties).toMatchObject({
      all: { items: { $ref: "#/components/schemas/Rule" } },
    })
  })

  it("reads the parameters of a query", () => {
    const { parameters } = operation("GET", "/admin/things")
    const inQuery = { in: "query", required: false }
    expect(parameters).toEqual([
      {
        ...inQuery,
        name: "limit",
        schema: { type: "integer", minimum: 1, maximum: 50, default: 20 },
      },
      {
        ...inQuery,
        name: "q",
        description: "Words of the name.",
        schema: { type: "string" },
      },
      {
        ...inQuery,
        name: "stage",
        schema: {
          type: "array",
          maxItems: 10,
          items: { type: "string", enum: ["open", "done"] },
        },
      },
      {
        ...inQuery,
        name: "since",
        schema: { type: "string", format: "date-time" },
      },
      {
        ...inQuery,
        name: "created_at",
        style: "deepObject",
        explode: true,
        schema: { type: "object", properties: { $gte: { type: "string" } } },
      },
      { in: "query", required: true, name: "kind", schema: { type: "string" } },
    ])
  })

  it("reads answers from the type of the response and refusals from the code", () => {
    expect(operation("POST", "/store/things/{id}/hold").responses).toEqual({
      202: { description: "Accepted", content: jsonOf("HoldResponse") },
      400: { $ref: "#/components/responses/BadRequest" },
      404: { description: "When there is none", content: jsonOf("Error") },
      409: {
        description: "When somebody else holds it",
        content: jsonOf("Refusal"),
      },
      422: {
        description: "It cannot be held at all",
        content: jsonOf("Refusal"),
      },
      default: { description: "Every other refusal", content: jsonOf("Error") },
    })
    expect(operation("GET", "/admin/things/{id}").responses).toMatchObject({
      204: { description: "No Content" },
    })
    expect(operation("POST", "/admin/things/{id}").responses).toMatchObject({
      200: { content: jsonOf("ThingResponse") },
    })
  })

  it("names what is no JSON by its content type", () => {
    expect(operation("GET", "/watch/{token}/events").responses).toMatchObject({
      200: { content: { "text/event-stream": { schema: { type: "string" } } } },
    })
    expect(operation("GET", "/watch/{token}/page").responses).toMatchObject({
      200: { content: { "text/html": { schema: { type: "string" } } } },
      308: { description: "Permanent Redirect" },
    })
  })

  it("turns types into schemas, with their names and comments", () => {
    const { properties, required } = schema("Thing")
    expect(properties).toEqual({
      id: { type: "string" },
      price: { type: "number", description: "What it costs, in major units." },
      stage: { $ref: "#/components/schemas/Stage" },
      last_stage: {
        anyOf: [{ $ref: "#/components/schemas/Stage" }, { type: "null" }],
      },
      note: { type: ["string", "null"] },
      size: { type: ["string", "null"], enum: ["s", "m", null] },
      tags: { type: "array", items: { type: "string" } },
      counts: { type: "object", additionalProperties: { type: "number" } },
      parent: {
        anyOf: [{ $ref: "#/components/schemas/Thing" }, { type: "null" }],
      },
      children: {
        type: "array",
        items: { $ref: "#/components/schemas/Thing" },
      },
    })
    expect(required).not.toContain("tags")
    expect(schema("Stage")).toEqual({ type: "string", enum: ["open", "done"] })
  })

  it("writes out what is derived from a type", () => {
    const { allOf } = schema("ListThingsResponse")
    expect(allOf).toMatchObject([
      { $ref: "#/components/schemas/Page" },
      {
        properties: {
          things: {
            items: { properties: { stage: { $ref: expect.any(String) } } },
          },
        },
      },
    ])
    expect(JSON.stringify(allOf)).not.toContain("token")
    expect(schema("ThingResponse").properties).toEqual({
      thing: {
        type: "object",
        properties: {
          id: { type: "string" },
          note: { type: ["string", "null"] },
        },
      },
    })
    // The properties are declared in Thing and mean something else here.
    expect(schema("Flags").properties).toMatchObject({
      children: { type: "boolean" },
      stage: { type: "boolean" },
    })
  })

  it("warns of what the source does not say", () => {
    expect(warnings).toEqual([
      expect.stringMatching(/admin\/open\/route\.ts: GET answers JSON of no/),
      expect.stringMatching(/things\/\[id\]\/route\.ts: GET has no comment/),
      expect.stringMatching(/things\/\[id\]\/route\.ts: GET is in no middle/),
      "the middleware for POST /admin/nowhere matches no route",
    ])
  })
})
