import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"

import { LocalDate } from "../domain/local-time"
import { DatedSlot, isOverbooked } from "../domain/slots"
import {
  RecountPage,
  recountSlots,
  repairSlot,
  SlotDifference,
} from "../queries/recount"
import * as slots from "../queries/slots"
import { SlotRow } from "../queries/types"
import * as writing from "../queries/write-slots"
import { sqlOf } from "./data"
import { ProductDaysService } from "./product-days"

/** Enough to see what a change has done. */
const MOST_OVERBOOKED = 200

export type WrittenSlots = {
  /** Slots made or changed. */
  written: number
  closed: number
  /** Changed or closed slots that now hold more than they may, soonest first. */
  overbooked: SlotRow[]
}

/** Dated slots: made from windows and exceptions, offered to carts. */
export class SlotsService extends ProductDaysService {
  /**
   * Makes the slots there are as they should be, and stops selling those that
   * nothing makes any more. What is booked stays, with its times: a slot in
   * which somebody has a place keeps them until nobody has one.
   *
   * Reads before it locks, and locks only what changes, in order of id.
   */
  @InjectManager()
  @InjectTransactionManager()
  async writeSlots(
    input: {
      slots: DatedSlot[]
      district_id?: string
      today: LocalDate
      now: Date
    },
    @MedusaContext() context: Context = {}
  ): Promise<WrittenSlots> {
    const sql = sqlOf(context)
    const { now } = input
    const plan = await writing.planSlots(sql, input.slots, input)
    await writing.lockSlotsById(sql, [
      ...plan.differing_ids,
      ...plan.orphan_ids,
    ])
    const changed = await writing.updateSlots(sql, plan.differing, now)
    const closed = await writing.closeSlots(sql, plan.orphan_ids, now)
    const made = await writing.insertSlots(sql, plan.missing, now)
    return {
      written: changed.length + made,
      closed: closed.length,
      overbooked: [...changed, ...closed]
        .filter((slot) => slot.ends_at > now && isOverbooked(slot))
        .sort((a, b) => a.starts_at.getTime() - b.starts_at.getTime())
        .slice(0, MOST_OVERBOOKED),
    }
  }

  @InjectManager()
  async listSlotsOfDistrict(
    query: { district_id: string; from: LocalDate; to: LocalDate; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<slots.OfferedSlotRow[]> {
    return await slots.slotsOfDistrict(sqlOf(context), query)
  }

  /** The slot in which a cart or an order has a place now. */
  @InjectManager()
  async retrieveActiveSlot(
    owner: { cart_id: string } | { order_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<slots.OfferedSlotRow | null> {
    return await slots.activeSlot(sqlOf(context), owner)
  }

  /** A slot with the terms of its district; null when there is none. */
  @InjectManager()
  async retrieveSlot(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<slots.OfferedSlotRow | null> {
    return await slots.slotById(sqlOf(context), id)
  }

  /** Slots whose counters are not what their bookings have, a page in order of id. */
  @InjectManager()
  async recountSlots(
    page: { after: string; limit: number },
    @MedusaContext() context: Context = {}
  ): Promise<RecountPage> {
    return await recountSlots(sqlOf(context), page.after, page.limit)
  }

  /** Sets the counters of a slot to what its bookings have; null when they are. */
  @InjectManager()
  @InjectTransactionManager()
  async repairSlot(
    id: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<SlotDifference | null> {
    return await repairSlot(sqlOf(context), id, now)
  }
}
