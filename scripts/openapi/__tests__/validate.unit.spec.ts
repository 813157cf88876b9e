import type { Json, JsonObject } from "../json"
import { problemsOf } from "../validate"

const operation = (
  operationId: string,
  parameters: Json[] = []
): JsonObject => ({
  operationId,
  parameters,
})
const parameter = (name: string, where = "path"): JsonObject => ({
  name,
  in: where,
})
const documentOf = (paths: JsonObject): JsonObject => ({
  paths,
  components: { schemas: { A: { type: "string" } } },
})

describe("problemsOf", () => {
  it("has nothing to say of a sound document", () => {
    const document = documentOf({
      "/a/{id}": {
        get: operation("GetA", [parameter("id"), parameter("q", "query")]),
        post: {
          ...operation("PostA", [parameter("id")]),
          $ref: "#/components/schemas/A",
        },
      },
    })
    expect(problemsOf(document)).toEqual([])
  })

  it.each<[string, JsonObject]>([
    [
      "#/components/schemas/B leads nowhere",
      {
        "/a": {
          get: {
            operationId: "A",
            responses: { 200: { $ref: "#/components/schemas/B" } },
          },
        },
      },
    ],
    [
      "GET /a/{id}: {id} is not declared",
      { "/a/{id}": { get: operation("A") } },
    ],
    [
      "GET /a: id is not in the path",
      { "/a": { get: operation("A", [parameter("id")]) } },
    ],
    [
      "GET /a: query q is declared twice",
      {
        "/a": {
          get: operation("A", [
            parameter("q", "query"),
            parameter("q", "query"),
          ]),
        },
      },
    ],
    [
      "GET /a/[id]: the path is not one of OpenAPI's",
      { "/a/[id]": { get: operation("A") } },
    ],
    [
      "two operations are called A",
      { "/a": { get: operation("A"), post: operation("A") } },
    ],
  ])("finds: %s", (problem, paths) => {
    expect(problemsOf(documentOf(paths))).toEqual([problem])
  })
})
