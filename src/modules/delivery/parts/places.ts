import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"

import { ReleaseReason } from "../domain/booking-status"
import { LocalDate } from "../domain/local-time"
import { CART_COMPLETED } from "../domain/refusals"
import { DatedSlot } from "../domain/slots"
import * as list from "../queries/booking-list"
import * as bookings from "../queries/bookings"
import * as places from "../queries/places"
import * as slots from "../queries/slots"
import * as stops from "../queries/stops"
import { BookingRow, SlotRow, Sql } from "../queries/types"
import { sqlOf } from "./data"
import { ProductDaysService } from "./product-days"

/** Why a booking's place comes back, and which. */
export type ReleaseInput = {
  by: "id" | "cart_id" | "order_id"
  ids: string[]
  reason: ReleaseReason
}

/** Districts, slots and the places sold in them. */
export class PlacesService extends ProductDaysService {
  /** Writes dated slots and closes what their windows no longer make. */
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
  ): Promise<{ written: number; closed: number }> {
    const sql = sqlOf(context)
    const written = await slots.upsertSlots(sql, input.slots, input.now)
    const closed = await slots.closeOrphanSlots(
      sql,
      { district_id: input.district_id, today: input.today, keep: input.slots },
      input.now
    )
    return { written, closed }
  }

  @InjectManager()
  async listSlotsOfDistrict(
    query: { district_id: string; from: LocalDate; to: LocalDate; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<SlotRow[]> {
    return await slots.slotsOfDistrict(sqlOf(context), query)
  }

  /** The slot in which a cart or an order has a place now. */
  @InjectManager()
  async retrieveActiveSlot(
    owner: { cart_id: string } | { order_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<SlotRow | null> {
    return await slots.activeSlot(sqlOf(context), owner)
  }

  /** A page of bookings with slot and district, in order of delivery. */
  @InjectManager()
  async pageBookings(
    filter: list.BookingFilter,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<{ rows: list.BookingListRow[]; count: number }> {
    return await list.pageBookings(sqlOf(context), filter, page)
  }

  /**
   * Keeps a place for a cart until `expires_at`. A cart has one place: choosing
   * another slot gives the first one back, and only if the new one was free;
   * choosing the same slot again prolongs the hold.
   *
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code of `domain/refusals`
   */
  @InjectManager()
  @InjectTransactionManager()
  async holdPlace(
    input: { cart_id: string; slot_id: string; expires_at: Date; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<BookingRow> {
    const sql = sqlOf(context)
    const current = await places.activeBooking(sql, "cart_id", input.cart_id)
    if (current && current.status !== "held") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Cart ${input.cart_id} has its order: its delivery slot can no longer be changed through the cart.`,
        CART_COMPLETED
      )
    }
    if (current?.slot_id === input.slot_id) {
      return await bookings.prolongHold(
        sql,
        current.id,
        input.expires_at,
        input.now
      )
    }
    await places.lockSlots(
      sql,
      [current?.slot_id, input.slot_id].filter((id) => id !== undefined)
    )
    await releaseExpiredIn(sql, input.slot_id, input.now)
    await places.takePlace(sql, input.slot_id, input.now)
    if (current) {
      await places.releaseWhere(
        sql,
        { where: "id = ?", params: [current.id] },
        "changed",
        input.now
      )
    }
    return await places.insertHold(sql, input)
  }

  /** Turns a cart's hold into a committed place; undefined when the cart has none. */
  @InjectManager()
  @InjectTransactionManager()
  async commitPlace(
    cartId: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<BookingRow | undefined> {
    return await bookings.commitByCart(sqlOf(context), cartId, now)
  }

  /** Takes a commit back: the place is held again, until `expiresAt`. */
  @InjectManager()
  @InjectTransactionManager()
  async uncommitPlace(
    cartId: string,
    expiresAt: Date,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<BookingRow | undefined> {
    return await bookings.uncommitByCart(sqlOf(context), cartId, expiresAt, now)
  }

  /** Gives a cart's place to its order; undefined when that was done before. */
  @InjectManager()
  @InjectTransactionManager()
  async bookPlace(
    input: {
      cart_id: string
      order_id: string
      tracking: bookings.TrackingSecret
      now: Date
    },
    @MedusaContext() context: Context = {}
  ): Promise<BookingRow | undefined> {
    return await bookings.bookByCart(
      sqlOf(context),
      input.cart_id,
      input.order_id,
      input.tracking,
      input.now
    )
  }

  /** Marks a booking delivered; undefined when it was delivered before or cannot be. */
  @InjectManager()
  @InjectTransactionManager()
  async deliverBooking(
    id: string,
    deliveredAt: Date,
    @MedusaContext() context: Context = {}
  ): Promise<BookingRow | undefined> {
    const sql = sqlOf(context)
    const delivered = await bookings.deliver(sql, id, deliveredAt, deliveredAt)
    if (delivered) {
      await stops.followBookings(sql, [id], "delivered", deliveredAt)
    }
    return delivered
  }

  @InjectManager()
  @InjectTransactionManager()
  async undeliverBooking(
    id: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const sql = sqlOf(context)
    if (await bookings.undeliver(sql, id, now)) {
      await stops.undeliverStop(sql, id, now)
    }
  }

  /** Gives places back, each exactly once. Returns the bookings this call released. */
  @InjectManager()
  @InjectTransactionManager()
  async releasePlaces(
    input: ReleaseInput & { now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<BookingRow[]> {
    if (!input.ids.length) {
      return []
    }
    return await places.releaseWhere(
      sqlOf(context),
      {
        where: `${input.by} in (${input.ids.map(() => "?").join(", ")})`,
        params: input.ids,
      },
      input.reason,
      input.now
    )
  }

  /** Gives back a cart's place while it is only held. */
  @InjectManager()
  @InjectTransactionManager()
  async releaseHold(
    cartId: string,
    reason: ReleaseReason,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<BookingRow[]> {
    return await places.releaseWhere(
      sqlOf(context),
      { where: "status = 'held' and cart_id = ?", params: [cartId] },
      reason,
      now
    )
  }

  /** Gives back the places of holds whose time is over. */
  @InjectManager()
  @InjectTransactionManager()
  async releaseExpiredHolds(
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<BookingRow[]> {
    return await places.releaseWhere(
      sqlOf(context),
      { where: "status = 'held' and expires_at <= ?", params: [now] },
      "expired",
      now
    )
  }
}

/** A full slot may be full of holds whose time is over. */
async function releaseExpiredIn(
  sql: Sql,
  slotId: string,
  now: Date
): Promise<void> {
  await places.releaseWhere(
    sql,
    {
      where: "slot_id = ? and status = 'held' and expires_at <= ?",
      params: [slotId, now],
    },
    "expired",
    now
  )
}
