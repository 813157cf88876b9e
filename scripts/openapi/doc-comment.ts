import ts from "typescript"

import type { Source } from "./program"

/** What a TSDoc comment says, as paragraphs. Empty without one. */
export function docOf({ checker }: Source, symbol: ts.Symbol): string {
  return reflow(
    ts.displayPartsToString(symbol.getDocumentationComment(checker))
  )
}

/** Joins the lines of each paragraph; lists keep theirs. */
export function reflow(text: string): string {
  return text
    .replace(/\{@link\s+([^}|]+)(?:\|([^}]*))?\}/g, (_, target, label) =>
      String(label ?? `\`${String(target).trim()}\``).trim()
    )
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*(?![-*\d]+\s)/g, " "))
    .filter(Boolean)
    .join("\n\n")
}

/** The first sentence, without its full stop. */
export function firstSentence(text: string): string {
  const [paragraph] = text.split("\n\n")
  const end = /[;:](?=\s)|(?<!\b(?:e\.g|i\.e))\.(?=\s|$)/.exec(paragraph)
  return (end ? paragraph.slice(0, end.index) : paragraph).trim()
}

const STATUS =
  /\b(4(?:0[0-9]|1[0-8]|2[2-9])|50[1-4])(?=\s+(?:when|while|for|once|with|if|where|until|unless|after|as|without|because|or|and|above|over|under|below)\b|[.,;:)])/g

/**
 * The error statuses a sentence names, each with what it says of them: "409
 * when the slot is full, 422 when it is closed" gives both.
 */
export function statusesIn(text: string): Map<number, string> {
  const found = new Map<number, string>()
  const matches = [...text.matchAll(STATUS)]
  matches.forEach((match, index) => {
    const start = match.index + match[0].length
    const rest = text.slice(start, matches[index + 1]?.index)
    const [clause] = rest.split(/[.;](?:\s|$)|\n\n/)
    const words = clause
      .replace(/^[\s,:)]+/, "")
      .replace(/(^|[\s,(]+)(?:and|or)?\s*$/, "")
      .trim()
    found.set(Number(match[1]), capitalise(words))
  })
  return found
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "Body of `POST /x`: what is to change." -> "What is to change." */
export function withoutPlace(text: string): string {
  return capitalise(
    text.replace(/^(?:Query|Body) of `[^`]*`\s*[:;.,]?\s*/, "").trim()
  )
}
