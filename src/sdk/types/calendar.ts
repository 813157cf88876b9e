import type { Page } from "./page"

/** A slot of the calendar, and how full it is. */
export type CalendarSlot = {
  id: string
  starts_at: string
  ends_at: string
  capacity_orders: number
  /** Places that are taken: by orders, and by carts that hold one. */
  reserved_orders: number
  /** Orders that are still to be delivered. */
  booked: number
  delivered: number
  /** False when it is no longer sold: its window, district or day was taken away. */
  is_open: boolean
}

/** What a district has on one day, soonest slot first. */
export type CalendarDistrict = {
  id: string
  name: string
  slots: CalendarSlot[]
}

/** A day of the shop; one without slots has no districts. */
export type CalendarDay = { date: string; districts: CalendarDistrict[] }

export type DeliveryCalendarQuery = {
  /** First and last day in the shop's zone, both included; 42 days at most. */
  from: string
  to: string
  /** All districts when left out. */
  district_id?: string
}

/** `GET /admin/delivery/calendar`: every day of the range in order. */
export type DeliveryCalendarResponse = {
  days: CalendarDay[]
  /** IANA zone of the shop, in which the days are meant. */
  time_zone: string
}

/** A secret link under which a calendar application reads the deliveries. */
export type AdminCalendarFeed = {
  id: string
  name: string
  /** Null for every district. */
  district: { id: string; name: string } | null
  /** The secret itself: who has it reads the feed until it is revoked. */
  url: string
  /** When an application last asked, within five minutes; null when none has. */
  read_at: string | null
  created_at: string
}

export type CreateCalendarFeed = {
  name: string
  /** All districts when left out or null. */
  district_id?: string | null
}
export type UpdateCalendarFeed = Partial<CreateCalendarFeed>

export type CalendarFeedResponse = { calendar_feed: AdminCalendarFeed }
export type ListCalendarFeedsResponse = Page & {
  calendar_feeds: AdminCalendarFeed[]
}
