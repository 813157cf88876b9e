import {
  LocalDate,
  weekdayOf,
} from "../../../src/modules/delivery/domain/local-time"
import type { DemoCustomer } from "../customers/draw-customers"
import { dateOrder, type DatedOrder } from "./dated-order"
import { planHistory } from "./plan-history"

/**
 * The four months before a day, oldest order first.
 *
 * @param zone - the shop's IANA zone
 */
export function datedHistory(
  customers: readonly DemoCustomer[],
  today: LocalDate,
  zone: string
): DatedOrder[] {
  return planHistory(customers, weekdayOf(today)).map((order) =>
    dateOrder(order, today, zone)
  )
}
