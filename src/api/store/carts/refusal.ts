import {
  BELOW_MINIMUM,
  CART_COMPLETED,
  PRODUCTS_NOT_THAT_DAY,
  PRODUCTS_SOLD_OUT,
  SLOT_CLOSED,
  SLOT_FULL,
  SLOT_NOT_OF_ADDRESS,
  SLOT_NOT_YET,
} from "../../../modules/delivery/domain/refusals"
import { Refusal, refusalOf as answerOf } from "../../refusal"

export type { Refusal }

const STATUS: Record<string, number> = {
  [SLOT_FULL]: 409,
  [SLOT_CLOSED]: 422,
  [SLOT_NOT_OF_ADDRESS]: 422,
  [SLOT_NOT_YET]: 422,
  [BELOW_MINIMUM]: 422,
  [CART_COMPLETED]: 409,
  [PRODUCTS_NOT_THAT_DAY]: 422,
  [PRODUCTS_SOLD_OUT]: 409,
}

/** How a refused slot is answered; null for every other error. */
export const refusalOf = (error: unknown) => answerOf(error, STATUS)
