import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"

import { Demand } from "../domain/demand"
import { BOOKING_TAKEN, SLOT_CHANGE_CLOSED } from "../domain/refusals"
import type { TrackingSecret } from "../queries/bookings"
import * as places from "../queries/places"
import { moveProductDays } from "../queries/product-days"
import * as rebooking from "../queries/rebooking"
import { BookingRow } from "../queries/types"
import {
  assertBeforeCutoff,
  assertMovable,
  lockBooking,
  putBooking,
  refuse,
  trackingExpiry,
} from "./booking-moves"
import { CashLimitsService } from "./cash-limits"
import { sqlOf } from "./data"

export type MoveInput = {
  order_id: string
  slot_id: string
  /** Only out of this slot: whoever decided it saw the booking there. */
  from_slot_id?: string
  demand: Demand
  /** A customer may do so until the cut-off of the slot she has, the shop always. */
  by: "customer" | "shop"
  /** Only the shop: into a slot whose cut-off is over. Never beyond what it holds. */
  after_cutoff?: boolean
  actor: { type: string; id: string }
  /** Days after the slot's end for which the tracking link works. */
  tracking_days: number
  now: Date
}

/** A change of slot, and what its undoing needs. */
export type MovedBooking = rebooking.MoveRow & {
  before: { load: places.Load; tracking_days: number; demand: Demand }
}

/**
 * Changes of slot of orders, and places of orders that had no cart. A booking
 * keeps its row, its id and its tracking link whatever slot it is in.
 *
 * Locks are taken in the order of everybody who writes routes: routes, booking,
 * slots in order of id, days of products.
 */
export class RebookingService extends CashLimitsService {
  /**
   * Moves the booking of an order into another slot: its place, weight, minutes
   * and pieces of products move in one transaction. A booking on a draft is taken
   * off it and planned again. Into the slot it has nothing is moved.
   *
   * @returns null when nothing was moved
   * @throws MedusaError NOT_FOUND without a booking or slot, or NOT_ALLOWED with a code of `domain/refusals`
   */
  @InjectManager()
  @InjectTransactionManager()
  async moveBooking(
    input: MoveInput,
    @MedusaContext() context: Context = {}
  ): Promise<MovedBooking | null> {
    const { order_id, slot_id, demand, now } = input
    const sql = sqlOf(context)
    const booking = await lockBooking(sql, order_id, now)
    if (booking.slot_id === slot_id) {
      return null
    }
    if (input.from_slot_id && booking.slot_id !== input.from_slot_id) {
      throw refuse(
        SLOT_CHANGE_CLOSED,
        `Order ${order_id} was moved to another slot meanwhile.`
      )
    }
    await places.lockSlots(sql, [booking.slot_id, slot_id])
    if (input.by === "customer") {
      await assertBeforeCutoff(sql, booking, now)
    }
    const released = await places.releaseExpiredIn(sql, slot_id, now)
    const slot = await places.takePlace(
      sql,
      slot_id,
      demand,
      now,
      input.after_cutoff ? "after_cutoff" : "on_sale"
    )
    await places.givePlacesBack(sql, [booking], now)
    await putBooking(sql, booking.id, slot, { ...input, released })
    const move = await rebooking.insertMove(
      sql,
      {
        booking_id: booking.id,
        order_id,
        from_slot_id: booking.slot_id,
        to_slot_id: slot_id,
        actor_type: input.actor.type,
        actor_id: input.actor.id,
      },
      now
    )
    const { weight_grams, minutes } = booking
    const { tracking_days } = input
    return {
      ...move,
      before: { load: { weight_grams, minutes }, tracking_days, demand },
    }
  }

  /**
   * Moves a booking back where it was, if the place there is still free. The
   * change is forgotten: nobody has heard of it.
   *
   * @returns whether it is back; else the change stands
   */
  @InjectManager()
  @InjectTransactionManager()
  async undoMove(
    move: MovedBooking,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    const { order_id, from_slot_id, to_slot_id, before } = move
    const sql = sqlOf(context)
    const booking = await places.activeBooking(sql, "order_id", order_id)
    if (
      booking?.status !== "booked" ||
      (await rebooking.lastMoveOf(sql, booking.id)) !== move.id
    ) {
      return false
    }
    await places.lockSlots(sql, [from_slot_id, to_slot_id])
    const slot = await places.takeFreePlace(
      sql,
      from_slot_id,
      before.load,
      now,
      "anyhow"
    )
    if (!slot) {
      return false
    }
    await places.givePlacesBack(sql, [booking], now)
    await putBooking(sql, booking.id, slot, {
      ...before,
      demand: { ...before.demand, ...before.load },
      now,
    })
    await rebooking.deleteMove(sql, move.id)
    return true
  }

  /**
   * Books a place for an order that had no cart: a draft, an order by phone.
   *
   * @throws MedusaError NOT_FOUND without such a slot, or NOT_ALLOWED with a code of `domain/refusals`
   */
  @InjectManager()
  @InjectTransactionManager()
  async bookOrder(
    input: Pick<
      MoveInput,
      | "order_id"
      | "slot_id"
      | "demand"
      | "after_cutoff"
      | "tracking_days"
      | "now"
    > & { tracking: Omit<TrackingSecret, "expires_at"> },
    @MedusaContext() context: Context = {}
  ): Promise<BookingRow> {
    const { order_id, slot_id, demand, now } = input
    const sql = sqlOf(context)
    await rebooking.lockOrder(sql, order_id)
    if (await places.activeBooking(sql, "order_id", order_id)) {
      throw refuse(
        BOOKING_TAKEN,
        `Order ${order_id} has a delivery slot: change it instead.`
      )
    }
    await places.lockSlots(sql, [slot_id])
    const released = await places.releaseExpiredIn(sql, slot_id, now)
    const slot = await places.takePlace(
      sql,
      slot_id,
      demand,
      now,
      input.after_cutoff ? "after_cutoff" : "on_sale"
    )
    const booking = await rebooking.insertBooked(sql, {
      slot_id,
      order_id,
      load: demand,
      tracking: {
        ...input.tracking,
        expires_at: trackingExpiry(slot, input.tracking_days),
      },
      now,
    })
    await moveProductDays(sql, {
      released,
      booking: {
        booking_id: booking.id,
        date: slot.date,
        products: demand.products,
      },
      now,
    })
    return booking
  }

  /**
   * Gives the place of an order back; the order stays without a slot.
   *
   * @returns null when it had none
   * @throws MedusaError NOT_ALLOWED with a code of `domain/refusals`
   */
  @InjectManager()
  @InjectTransactionManager()
  async releaseOrderPlace(
    orderId: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<BookingRow | null> {
    const sql = sqlOf(context)
    const routes = await rebooking.lockRoutesOfOrder(sql, orderId)
    const booking = await places.activeBooking(sql, "order_id", orderId)
    if (!booking) {
      return null
    }
    await assertMovable(sql, booking, routes, now)
    const [released] = await places.releaseWhere(
      sql,
      { where: "id = ?", params: [booking.id] },
      "dropped",
      now
    )
    return released ?? null
  }

  /** Changes of slot in a span of time, oldest first. */
  @InjectManager()
  async listMovesBetween(
    span: { since: Date; before: Date },
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<rebooking.MoveRow[]> {
    return await rebooking.movesBetween(sqlOf(context), span, limit)
  }
}
