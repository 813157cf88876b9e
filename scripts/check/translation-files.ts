/** The texts of one language, flattened: `orders.title` -> text. */
export type Texts = Map<string, string>

type Json = { [key: string]: Json | string }

const PLURAL = /_(zero|one|two|few|many|other)$/

/** Flattens a language file. Anything that is not a text becomes a finding. */
export function flatten(json: unknown): { texts: Texts; problems: string[] } {
  const texts: Texts = new Map()
  const problems: string[] = []
  const visit = (value: unknown, key: string) => {
    if (typeof value === "string") {
      texts.set(key, value)
    } else if (isObject(value)) {
      Object.entries(value).forEach(([name, inner]) =>
        visit(inner, key ? `${key}.${name}` : name)
      )
    } else {
      problems.push(`${key || "the file"} is not a text`)
    }
  }
  visit(json, "")
  return { texts, problems }
}

/** `outbox_one` -> `outbox`, where the file has `outbox_other` too. */
export function baseKey(key: string, texts: Texts): string {
  const base = key.replace(PLURAL, "")
  return texts.has(`${base}_other`) ? base : key
}

/** The keys as the code writes them, without plural endings. */
export function baseKeys(texts: Texts): Set<string> {
  return new Set([...texts.keys()].map((key) => baseKey(key, texts)))
}

/**
 * Compares a language with the reference: the same keys, no empty text, the
 * plural forms this language has, the same {{placeholders}} and <tags>.
 */
export function compareTexts(
  language: string,
  texts: Texts,
  reference: Texts
): string[] {
  const keys = baseKeys(texts)
  const wanted = baseKeys(reference)
  return [
    ...[...wanted]
      .filter((key) => !keys.has(key))
      .map((key) => `${language}: ${key} is missing`),
    ...[...keys]
      .filter((key) => !wanted.has(key))
      .map((key) => `${language}: ${key} is not in the reference`),
    ...[...texts]
      .filter(([, text]) => text.trim() === "")
      .map(([key]) => `${language}: ${key} is empty`),
    ...missingPlurals(language, texts),
    ...[...keys]
      .filter((key) => wanted.has(key))
      .flatMap((key) => placeholderProblem(language, key, texts, reference)),
  ]
}

/** The forms a language needs for whole numbers, as `Intl` knows them. */
export function pluralForms(language: string): string[] {
  const rules = new Intl.PluralRules(language)
  const forms = Array.from({ length: 201 }, (_, number) => rules.select(number))
  return [...new Set<string>([...forms, "other"])]
}

function missingPlurals(language: string, texts: Texts): string[] {
  const forms = pluralForms(language)
  return [...texts.keys()]
    .filter((key) => key.endsWith("_other"))
    .map((key) => key.replace(PLURAL, ""))
    .flatMap((base) =>
      forms
        .filter((form) => !texts.has(`${base}_${form}`))
        .map((form) => `${language}: ${base}_${form} is missing`)
    )
}

function placeholderProblem(
  language: string,
  key: string,
  texts: Texts,
  reference: Texts
): string[] {
  const expected = variables(key, reference)
  const actual = variables(key, texts)
  return expected === actual
    ? []
    : [
        `${language}: ${key} has ${actual || "no placeholder"} where the reference has ${expected || "none"}`,
      ]
}

/** All plural forms together: "one" may leave the number out. */
function variables(key: string, texts: Texts): string {
  const all = [...texts]
    .filter(([each]) => baseKey(each, texts) === key)
    .flatMap(([, text]) => [
      ...text.matchAll(/\{\{\s*-?\s*([\w.]+)[^}]*\}\}|<\/?\w+\/?>/g),
    ])
    .map(([match, name]) => (name ? `{{${name}}}` : match))
  return [...new Set(all)].sort().join(" ")
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
