import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"

import { ReleaseReason } from "../domain/booking-status"
import { Demand } from "../domain/demand"
import { CART_COMPLETED } from "../domain/refusals"
import * as list from "../queries/booking-list"
import * as bookings from "../queries/bookings"
import * as places from "../queries/places"
import { adjustProductDays, moveProductDays } from "../queries/product-days"
import * as stops from "../queries/stops"
import { BookingRow } from "../queries/types"
import { sqlOf } from "./data"
import { SlotsService } from "./slots"

/** Why a booking's place comes back, and which. */
export type ReleaseInput = {
  by: "id" | "cart_id" | "order_id"
  ids: string[]
  reason: ReleaseReason
}

/** The places sold in slots. */
export class PlacesService extends SlotsService {
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
   * Keeps a place for a cart until `expires_at`, with the weight, the minutes and
   * the day's pieces of products that it takes. A cart has one place: choosing
   * another slot gives the first one back, and only if the new one was free;
   * choosing the same slot again prolongs the hold and takes what the cart needs
   * by now.
   *
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED with a code of `domain/refusals`
   */
  @InjectManager()
  @InjectTransactionManager()
  async holdPlace(
    input: {
      cart_id: string
      slot_id: string
      demand: Demand
      expires_at: Date
      now: Date
    },
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
      await places.adjustPlace(sql, current, input.demand, input.now, "on_sale")
      await adjustProductDays(sql, current, input.demand.products, input.now)
      return await bookings.prolongHold(
        sql,
        current.id,
        input.expires_at,
        input.now
      )
    }
    await places.refuseIfTaken(sql, input.slot_id, input.demand, input.now)
    await places.lockSlots(
      sql,
      [current?.slot_id, input.slot_id].filter((id) => id !== undefined)
    )
    const released = await places.releaseExpiredIn(
      sql,
      input.slot_id,
      input.now
    )
    const slot = await places.takePlace(
      sql,
      input.slot_id,
      input.demand,
      input.now
    )
    if (current) {
      await places.releasePlacesWhere(
        sql,
        { where: "id = ?", params: [current.id] },
        "changed",
        input.now
      )
      released.push(current.id)
    }
    const hold = await places.insertHold(sql, input)
    await moveProductDays(sql, {
      released,
      booking: {
        booking_id: hold.id,
        date: slot.date,
        products: input.demand.products,
      },
      now: input.now,
    })
    return hold
  }

  /**
   * Turns a cart's hold into a committed place that takes what the cart needs
   * now; undefined when the cart has none to commit. A place that is committed
   * already is adjusted all the same: a completion that died may be retried with
   * other goods. What fits was decided when it was held, so neither the cut-off
   * nor a smaller capacity refuses a cart that has not changed.
   *
   * @throws MedusaError NOT_ALLOWED `slot_full` or `products_sold_out` when the cart needs more than is left; the hold stays as it was
   */
  @InjectManager()
  @InjectTransactionManager()
  async commitPlace(
    input: { cart_id: string; demand: Demand; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<BookingRow | undefined> {
    const sql = sqlOf(context)
    const current = await places.activeBooking(sql, "cart_id", input.cart_id)
    if (current?.status === "held" || current?.status === "committed") {
      await places.adjustPlace(sql, current, input.demand, input.now)
      await adjustProductDays(sql, current, input.demand.products, input.now)
    }
    return await bookings.commitByCart(sql, input.cart_id, input.now)
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
