import { Actor } from "../../../lib/actor"
import type { MoveRow } from "../../../modules/delivery/queries/rebooking"
import { AuditInput } from "../../audit/steps/record-audit"

export const SLOT_CHANGED = "delivery.slot_changed"

/** A change of slot as it is told: plain JSON, since it travels between steps. */
export type ToldMove = Omit<MoveRow, "created_at">

/** A change is accounted for once, whoever comes to it first. */
export const auditKeyOf = ({ id }: Pick<ToldMove, "id">): string =>
  `${SLOT_CHANGED}:${id}`

/** The entry of a change of slot. */
export const auditOfMove = (move: ToldMove): AuditInput => ({
  actor: { type: move.actor_type, id: move.actor_id },
  action: SLOT_CHANGED,
  resource: { type: "order", id: move.order_id },
  details: {
    booking_id: move.booking_id,
    number: move.number,
    from_slot_id: move.from_slot_id,
    to_slot_id: move.to_slot_id,
  },
  key: auditKeyOf(move),
})

/** The entry of a slot that was chosen for an order, or taken from it. */
export const auditOfSlot = (
  action: "delivery.slot_chosen" | "delivery.slot_released",
  orderId: string,
  slot: { booking_id: string; slot_id: string },
  actor: Actor
): AuditInput => ({
  actor,
  action,
  resource: { type: "order", id: orderId },
  details: { booking_id: slot.booking_id, slot_id: slot.slot_id },
})
