import type { AppKind } from "../lib/app"
import { table } from "../lib/table"
import type { StatementCounts } from "./count-statements"
import { PHASES } from "./phases"
import { surplus } from "./statements"

const MAX_TEXT = 110

/** How many statements one request runs, and which ones the plugin adds. */
export function statementTable(counts: StatementCounts): string {
  const rows = PHASES.flatMap(({ id, label }) => {
    const found = counts[id]
    return found
      ? [[`  ${label}`, inWords(found, "stock"), inWords(found, "plugin")]]
      : []
  })
  const added = PHASES.flatMap(({ id, label }) => {
    const { stock, plugin } = counts[id] ?? {}
    if (!stock || !plugin) {
      return []
    }
    return (["answer", "after"] as const).flatMap((part) =>
      surplus(plugin[part], stock[part]).map(
        (text) =>
          `  ${label}${part === "after" ? ", after the answer" : ""}: ${shorten(text)}`
      )
    )
  })
  return [
    table([
      ["Statements per request (+ after the answer)", "stock", "plugin"],
      ...rows,
    ]),
    added.length
      ? `Added by the plugin\n${added.join("\n")}`
      : "The plugin adds no statement.",
  ].join("\n\n")
}

function inWords(found: StatementCounts[string], kind: AppKind): string {
  const { answer, after } = found[kind]
  return after.length
    ? `${answer.length} (+${after.length})`
    : `${answer.length}`
}

function shorten(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)} ...` : text
}
