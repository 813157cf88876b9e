import {
  baseKeys,
  compareTexts,
  flatten,
  pluralForms,
} from "../translation-files"
import { collectUses, compareUses, noUses } from "../translation-uses"

const texts = (json: unknown) => flatten(json).texts

describe("flatten", () => {
  it("names texts by their path", () => {
    expect([...texts({ a: { b: "B" }, c: "C" }).keys()]).toEqual(["a.b", "c"])
  })

  it("reports what is not a text", () => {
    expect(flatten({ a: ["x"], b: 1 }).problems).toEqual([
      "a is not a text",
      "b is not a text",
    ])
  })
})

describe("compareTexts", () => {
  const reference = texts({
    title: "Slots",
    left: "{{count}} of {{all}} left",
    sent_one: "{{count}} message",
    sent_other: "{{count}} messages",
  })
  const complete = {
    title: "Franjas",
    left: "quedan {{count}} de {{all}}",
    sent_one: "un mensaje",
    sent_other: "{{count}} mensajes",
  }

  it("accepts a complete language, also where one form leaves the number out", () => {
    expect(compareTexts("es", texts(complete), reference)).toEqual([])
  })

  it("asks for the plural forms of each language, not for English's", () => {
    const { sent_one: _one, ...onlyOther } = complete
    expect(compareTexts("vi", texts(onlyOther), reference)).toEqual([])
    expect(compareTexts("es", texts(onlyOther), reference)).toEqual([
      "es: sent_one is missing",
    ])
  })

  it.each([
    ["a missing text", { title: undefined }, "title"],
    ["an empty text", { title: " " }, "es: title is empty"],
    ["a text nobody else has", { extra: "x" }, "es: extra is not in"],
    ["a renamed placeholder", { left: "{{count}} {{total}}" }, "{{total}}"],
    ["a lost placeholder", { left: "quedan {{count}}" }, "left has {{count}}"],
    ["a lost tag", { title: "<b>Franjas</b>" }, "title has </b> <b>"],
  ])("reports %s", (_what, change, finding) => {
    const changed = texts(
      JSON.parse(JSON.stringify({ ...complete, ...change }))
    )
    expect(compareTexts("es", changed, reference)).toEqual([
      expect.stringContaining(finding),
    ])
  })
})

describe("pluralForms", () => {
  it("follows the language", () => {
    expect(pluralForms("en").sort()).toEqual(["one", "other"])
    expect(pluralForms("vi")).toEqual(["other"])
    expect(pluralForms("pl").sort()).toEqual(["few", "many", "one", "other"])
  })
})

describe("compareUses", () => {
  const keys = baseKeys(
    texts({
      title: "T",
      status: { held: "H", booked: "B" },
      menu: "M",
      idle: "I",
      sent_one: "1",
      sent_other: "n",
    })
  )

  const usesOf = (code: string) => {
    const uses = noUses()
    collectUses("src/admin/page.tsx", code, uses)
    return uses
  }

  it("finds literals, alternatives, templates, plurals and keys that travel as data", () => {
    const uses = usesOf(`
      const a = t("sent", { count })
      const b = <p title={t(open ? "title" : "idle")}>{t(\`status.\${status}\`)}</p>
      export const config = defineRouteConfig({ label: "menu" })
    `)
    expect(compareUses(uses, keys)).toEqual([])
  })

  it("reports a text that is not there, with its place", () => {
    const findings = compareUses(usesOf(`\nt("tittle")`), keys)
    expect(findings).toContain("src/admin/page.tsx:2: there is no text tittle")
  })

  it("reports a template that matches nothing", () => {
    const findings = compareUses(usesOf("t(`state.${x}`)"), keys)
    expect(findings).toContain(
      "src/admin/page.tsx:1: there is no text state...."
    )
  })

  it("reports texts nobody uses, and does not count Medusa's own", () => {
    const findings = compareUses(
      usesOf(
        `host("actions.save"); t("title"); t("sent"); t(\`status.\${x}\`); t("menu")`
      ),
      keys
    )
    expect(findings).toEqual(["idle is not used"])
  })
})
