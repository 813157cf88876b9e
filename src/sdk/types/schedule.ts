import type { Page } from "./page"

/** What a district's delivery costs beside the price of its windows. Both lists may be empty. */
export type DeliveryRates = {
  /** The highest step that the cart's weight reaches counts. */
  weight_steps: {
    /** The step counts from one gram more. */
    over_grams: number
    /** Added to the price, major units. */
    add: number
  }[]
  /** The largest percentage of the customer's groups counts. */
  group_prices: {
    customer_group_id: string
    /** 0 to 100. */
    percent_off: number
  }[]
}

/** How much fits into each slot of a window; null for no limit. */
export type DeliveryCapacity = {
  orders: number
  /** Of all orders together. */
  weight_grams: number | null
  /** Of all stops together, see the district's `stop_minutes`. */
  minutes: number | null
}

/** A weekly window: the rule from which dated slots are made. */
export type AdminDeliveryWindow = {
  id: string
  district_id: string
  /** ISO weekday, Monday is 1. */
  weekday: number
  /**
   * `HH:MM` in the shop's zone, as are `ends_at` and `cutoff_time`. A window
   * whose end is not after its start ends on the next day.
   */
  starts_at: string
  ends_at: string
  capacity: DeliveryCapacity
  /** Whole days between the cut-off's day and the delivery day. */
  lead_days: number
  cutoff_time: string
  /** Major units of the cart's currency. */
  price: number
  /** Least value of the goods, major units; null for none. */
  minimum_order: number | null
  /** Value of the goods from which delivery is free, major units; null for never. */
  free_over: number | null
  /** Customer groups that may book as soon as a slot is made. */
  early_group_ids: string[]
  /** How many days ahead everybody else may book, from midnight; null for as soon. */
  public_days: number | null
  is_active: boolean
}

/** Body of `POST /admin/delivery/windows`; what is left out is as in a window without it. */
export type AdminDeliveryWindowInput = Pick<
  AdminDeliveryWindow,
  "district_id" | "weekday" | "starts_at" | "ends_at" | "cutoff_time"
> & {
  capacity: Pick<DeliveryCapacity, "orders"> & Partial<DeliveryCapacity>
} & Partial<
    Pick<
      AdminDeliveryWindow,
      | "lead_days"
      | "price"
      | "minimum_order"
      | "free_over"
      | "early_group_ids"
      | "public_days"
      | "is_active"
    >
  >

/**
 * `closed`: nothing is sold. `changed`: what is named replaces what the window
 * says. `extra`: a window of its own on these days.
 */
export type DeliveryExceptionKind = "closed" | "changed" | "extra"

/** Days that are not like their weekday. */
export type AdminDeliveryException = {
  id: string
  name: string
  kind: DeliveryExceptionKind
  /** Null for every district. */
  district_id: string | null
  /** Null for every window of the district. */
  window_id: string | null
  /** First and last day, `YYYY-MM-DD` in the shop's zone. */
  starts_on: string
  ends_on: string
  /**
   * The same days of every year from `starts_on` on. 29 February alone comes in
   * leap years only.
   */
  repeats_yearly: boolean
  /** `HH:MM`; null for as the window says, as in everything below. */
  starts_at: string | null
  ends_at: string | null
  cutoff_time: string | null
  lead_days: number | null
  capacity: {
    orders: number | null
    weight_grams: number | null
    minutes: number | null
  }
  /** Major units of the cart's currency. */
  price: number | null
  created_at: string
  updated_at: string
}

/** Body of `POST /admin/delivery/exceptions`; an `extra` needs district, times, cut-off, orders and price. */
export type AdminDeliveryExceptionInput = Pick<
  AdminDeliveryException,
  "name" | "kind" | "starts_on" | "ends_on"
> & { capacity?: Partial<AdminDeliveryException["capacity"]> } & Partial<
    Pick<
      AdminDeliveryException,
      | "district_id"
      | "window_id"
      | "repeats_yearly"
      | "starts_at"
      | "ends_at"
      | "cutoff_time"
      | "lead_days"
      | "price"
    >
  >

/** A slot that holds more than it may since its window or an exception changed. Nobody loses the place. */
export type OverbookedSlot = {
  slot_id: string
  date: string
  starts_at: string
  reserved_orders: number
  /** 0 when nothing more is sold in it. */
  capacity_orders: number
}

/** What a change of the schedule means for slots that are booked. */
export type ScheduleChange = { overbooked: OverbookedSlot[] }

export type ListWindowsResponse = Page & { windows: AdminDeliveryWindow[] }
export type DeliveryWindowResponse = { window: AdminDeliveryWindow }
export type ChangeWindowResponse = DeliveryWindowResponse & ScheduleChange

export type ListExceptionsResponse = Page & {
  exceptions: AdminDeliveryException[]
}
export type DeliveryExceptionResponse = { exception: AdminDeliveryException }
export type ChangeExceptionResponse = DeliveryExceptionResponse & ScheduleChange
