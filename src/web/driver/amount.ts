/** The minor units of every currency are within three digits. */
const AMOUNT = /^\d{1,9}([.,]\d{1,3})?$/

/** An amount as it is typed, with a point or a comma; null when it is none. */
export function parseAmount(text: string): number | null {
  const typed = text.replace(/[\s'’]/g, "")
  return AMOUNT.test(typed) ? Number(typed.replace(",", ".")) : null
}

const STEPS = [1, 5, 10, 20, 50]
const SHOWN = 3

/** What somebody who has not got it exactly is likely to hand over: the next round sums. */
export function likelyNotes(due: number): number[] {
  const unit = 10 ** (Math.max(1, Math.floor(Math.log10(due))) - 1)
  const sums = STEPS.map((step) => Math.ceil(due / (step * unit)) * step * unit)
  return [...new Set(sums)]
    .filter((sum) => sum > due)
    .sort((a, b) => a - b)
    .slice(0, SHOWN)
}

/** What to give back (above zero), or what is missing (below). */
export function balance(due: number, received: number): number {
  return Number((received - due).toFixed(4))
}
