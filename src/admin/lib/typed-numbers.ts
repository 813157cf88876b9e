/**
 * Numbers in forms are text as typed: empty means "not said", a comma is a
 * decimal point. Weights are typed in kilograms and travel in grams.
 */

const GRAMS = 1_000

const isEmpty = (text: string) => text.trim() === ""

/** @param text - a typed number; its form's schema has let it through */
export const toNumber = (text: string): number =>
  Number(text.trim().replace(",", "."))

/** The same, null for an empty field. */
export const toNumberOrNull = (text: string): number | null =>
  isEmpty(text) ? null : toNumber(text)

/** What a field shows of a number; empty for null. */
export const toText = (value: number | null): string =>
  value === null ? "" : String(value)

/** Grams of typed kilograms; null for an empty field. */
export const toGrams = (text: string): number | null =>
  isEmpty(text) ? null : Math.round(toNumber(text) * GRAMS)

/** What a field of kilograms shows; empty for null. */
export const toKilograms = (grams: number | null): string =>
  grams === null ? "" : String(grams / GRAMS)

/** Whether a whole number from `min` to `max` is typed. */
export const isWhole =
  (min: number, max: number) =>
  (text: string): boolean =>
    /^\d+$/.test(text.trim()) && Number(text) >= min && Number(text) <= max

/** Whether a number of at most three decimals up to `max` is typed, 0 included. */
export const isAmount =
  (max: number) =>
  (text: string): boolean =>
    /^\d+([.,]\d{1,3})?$/.test(text.trim()) && toNumber(text) <= max

/** Lets an empty field through, too. */
export const orEmpty =
  (accepts: (text: string) => boolean) =>
  (text: string): boolean =>
    isEmpty(text) || accepts(text)
