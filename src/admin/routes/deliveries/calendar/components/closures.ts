import type { AdminDeliveryException } from "../../../../../sdk/types"

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** A day in another year; February 29 stays as text, and so between its neighbours. */
const inYear = (day: string, year: number): string =>
  `${String(year).padStart(4, "0")}${day.slice(4)}`

type Days = Pick<
  AdminDeliveryException,
  "starts_on" | "ends_on" | "repeats_yearly"
>

/** Whether an exception is about a day. Days compare as text. */
export function covers(
  { starts_on, ends_on, repeats_yearly }: Days,
  day: string
): boolean {
  if (!repeats_yearly) {
    return starts_on <= day && day <= ends_on
  }
  // The days may begin in one year and end in the next.
  const span = yearOf(ends_on) - yearOf(starts_on)
  return [yearOf(day), yearOf(day) - span].some(
    (year) =>
      year >= yearOf(starts_on) &&
      inYear(starts_on, year) <= day &&
      day <= inYear(ends_on, year + span)
  )
}

/**
 * Why nothing is delivered on a day, in the owner's words: exceptions that
 * close it for every district, or for the one that is looked at.
 */
export function closuresOn(
  exceptions: readonly AdminDeliveryException[],
  day: string,
  districtId: string | null
): string[] {
  return exceptions
    .filter(
      (exception) =>
        exception.kind === "closed" &&
        exception.window_id === null &&
        (exception.district_id === null ||
          exception.district_id === districtId) &&
        covers(exception, day)
    )
    .map(({ name }) => name)
}
