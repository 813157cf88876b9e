import { z } from "@medusajs/framework/zod"
import Ajv2020 from "ajv/dist/2020"
import fc from "fast-check"

import type { Json, Schema } from "../json"
import { anyOf } from "../schema-parts"
import { toJsonSchema } from "../zod-schema"

const ajv = new Ajv2020({ strict: false, validateFormats: false })
const accepts = (schema: Schema, value: unknown): boolean =>
  ajv.validate(schema, value)

const member: fc.Arbitrary<Schema> = fc.oneof(
  fc.constantFrom<Schema[]>(
    { type: "string" },
    { type: "number" },
    { type: "null" },
    { type: "boolean" },
    { type: "array", items: { type: "string" } },
    { type: "object", properties: { a: { type: "number" } }, required: ["a"] }
  ),
  fc
    .constantFrom<(string | number | boolean)[]>("a", "b", 1, 2, true, false)
    .map((value): Schema => ({ type: typeof value, const: value }))
)
const value: fc.Arbitrary<Json> = fc.constantFrom<Json[]>(
  "a",
  "b",
  "c",
  1,
  2,
  3,
  true,
  false,
  null,
  ["x"],
  [1],
  { a: 1 },
  {}
)

describe("anyOf", () => {
  it("accepts what one of its members accepts, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.array(member, { minLength: 1, maxLength: 5 }),
        value,
        (members, tried) => {
          expect(accepts(anyOf(members), tried)).toBe(
            members.some((each) => accepts(each, tried))
          )
        }
      ),
      { numRuns: 300 }
    )
  })

  it("is short where it can be", () => {
    const word = (text: string) => ({ type: "string", const: text })
    expect(anyOf([word("a"), word("b")])).toEqual({
      type: "string",
      enum: ["a", "b"],
    })
    expect(anyOf([{ type: "string" }, { type: "null" }])).toEqual({
      type: ["string", "null"],
    })
  })
})

describe("toJsonSchema", () => {
  const oneOrMany = z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(z.string()).optional()
  )
  const schema = z
    .object({
      name: z.string().min(1),
      count: z.int().optional(),
      kinds: oneOrMany,
      day: z.string().regex(/^\d{4}$/),
      facts: z.record(z.string().max(3), z.unknown()).default({}),
      flag: z
        .enum(["true", "false"])
        .transform((given) => given === "true")
        .optional(),
    })
    .strict()
  const good = { name: "a", day: "2026" }

  it.each<[string, object]>([
    ["the least", good],
    [
      "everything",
      { ...good, count: 3, kinds: ["a"], facts: { a: 1 }, flag: "true" },
    ],
    ["an empty name", { ...good, name: "" }],
    ["a fraction", { ...good, count: 1.5 }],
    ["a word for a day", { ...good, day: "today" }],
    ["a long key", { ...good, facts: { abcd: 1 } }],
    ["another flag", { ...good, flag: "yes" }],
    ["what nobody asked for", { ...good, more: 1 }],
    ["nothing", {}],
  ])("judges %s as the validator does", (_, tried) => {
    expect(accepts(toJsonSchema(schema), tried)).toBe(
      schema.safeParse(tried).success
    )
  })

  it("says nothing of JavaScript's own limits", () => {
    expect(toJsonSchema(z.int())).toEqual({ type: "integer" })
  })
})
