import { DateTime } from "luxon"

/**
 * The instant from which points are lost: the end of the same day so many months
 * later, in the shop's zone. A day that the month has not becomes its last one:
 * points of 31 January that last a month are good until the end of 28 February.
 *
 * @param earnedAt - when the order was placed
 * @param months - null for points that last for ever
 * @param zone - IANA zone
 */
export function expiryOf(
  earnedAt: Date,
  months: number | null,
  zone: string
): Date | null {
  return months === null
    ? null
    : DateTime.fromJSDate(earnedAt, { zone })
        .plus({ months })
        .plus({ days: 1 })
        .startOf("day")
        .toJSDate()
}

/** When points can be spent: whole days after the order, at the same wall time. */
export function availableFrom(
  earnedAt: Date,
  returnWindowDays: number,
  zone: string
): Date {
  return DateTime.fromJSDate(earnedAt, { zone })
    .plus({ days: returnWindowDays })
    .toJSDate()
}
