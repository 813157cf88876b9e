import * as refusals from "../modules/delivery/domain/refusals"
import { refusalOf as answerOf } from "./refusal"

const STATUS: Record<string, number> = {
  [refusals.SLOT_FULL]: 409,
  [refusals.SLOT_CLOSED]: 422,
  [refusals.SLOT_NOT_OF_ADDRESS]: 422,
  [refusals.SLOT_NOT_YET]: 422,
  [refusals.BELOW_MINIMUM]: 422,
  [refusals.PRODUCTS_NOT_THAT_DAY]: 422,
  [refusals.PRODUCTS_SOLD_OUT]: 409,
  [refusals.SLOT_CHANGE_CLOSED]: 422,
  [refusals.ROUTE_CHANGED]: 409,
  [refusals.BOOKING_TAKEN]: 409,
}

/** How a refused slot of an order is answered; null for every other error. */
export const orderSlotRefusalOf = (error: unknown) => answerOf(error, STATUS)
