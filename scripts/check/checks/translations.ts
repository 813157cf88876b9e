import { existsSync } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import path from "node:path"

import type { Check } from "../check"
import {
  baseKeys,
  compareTexts,
  flatten,
  type Texts,
} from "../translation-files"
import { collectUses, compareUses, noUses } from "../translation-uses"

const ADMIN = "src/admin"
const REFERENCE = "en"
const LANGUAGES = [REFERENCE, "vi", "es"]

/** The dashboard's texts: complete in every language, none missing, none idle. */
export const translations: Check = {
  name: "translations",
  ensures: "every language has every text, and the dashboard uses them all",
  async run(root) {
    if (!existsSync(path.join(root, ADMIN, "i18n"))) {
      return [`${ADMIN}/i18n is missing`]
    }
    const problems: string[] = []
    const files = new Map<string, Texts>()
    for (const language of LANGUAGES) {
      const read = await readLanguage(root, language)
      problems.push(...read.problems)
      files.set(language, read.texts)
    }
    const reference = files.get(REFERENCE) ?? new Map<string, string>()
    for (const [language, texts] of files) {
      problems.push(...compareTexts(language, texts, reference))
    }
    return [...problems, ...(await compareCode(root, baseKeys(reference)))]
  },
}

async function readLanguage(root: string, language: string) {
  const file = `${ADMIN}/i18n/${language}.json`
  const full = path.join(root, file)
  if (!existsSync(full)) {
    return {
      texts: new Map<string, string>(),
      problems: [`${file} is missing`],
    }
  }
  const { texts, problems } = flatten(JSON.parse(await readFile(full, "utf8")))
  return { texts, problems: problems.map((problem) => `${file}: ${problem}`) }
}

async function compareCode(root: string, keys: Set<string>): Promise<string[]> {
  const entries = await readdir(path.join(root, ADMIN), {
    recursive: true,
    withFileTypes: true,
  })
  const uses = noUses()
  for (const entry of entries) {
    if (entry.isFile() && /\.tsx?$/.test(entry.name)) {
      const file = path.join(entry.parentPath, entry.name)
      const name = path.relative(root, file).replaceAll(path.sep, "/")
      if (!name.includes("/__tests__/")) {
        collectUses(name, await readFile(file, "utf8"), uses)
      }
    }
  }
  return compareUses(uses, keys)
}
