import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"

import * as calendar from "../queries/calendar"
import { sqlOf } from "./data"
import { DrivingService } from "./driving"

/** The deliveries as a calendar: for the dashboard, and for secret links. */
export class CalendarService extends DrivingService {
  /** Slots of a range of days with what is booked in them. */
  @InjectManager()
  async listCalendarSlots(
    range: Parameters<typeof calendar.calendarSlots>[1],
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<calendar.CalendarSlotRow[]> {
    return await calendar.calendarSlots(sqlOf(context), range, limit)
  }

  /** The feed of a link; undefined when it is unknown or was revoked. */
  @InjectManager()
  async findCalendarFeed(
    tokenHash: string,
    @MedusaContext() context: Context = {}
  ): Promise<calendar.FeedRow | undefined> {
    return await calendar.feedOfToken(sqlOf(context), tokenHash)
  }

  /** Notes that a calendar application has read a feed. */
  @InjectManager()
  @InjectTransactionManager()
  async touchCalendarFeed(
    id: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await calendar.touchFeed(sqlOf(context), id, now)
  }

  /** Bookings of orders for a feed, see `queries/calendar`. */
  @InjectManager()
  async listFeedBookings(
    filter: Parameters<typeof calendar.feedBookings>[1],
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<calendar.FeedBookingRow[]> {
    return await calendar.feedBookings(sqlOf(context), filter, limit)
  }
}
