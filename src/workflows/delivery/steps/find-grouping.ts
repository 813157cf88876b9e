import { join } from "node:path"

import { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { runInWorker, WorkerInput, WorkerOutput } from "../../../lib/worker"
import {
  GroupingInput,
  GroupingLimits,
  GroupingOutcome,
} from "../../../modules/delivery/domain/grouping"
import type { StoredMove } from "../../../modules/delivery/domain/grouping-moves"
import { WORTH_METRES } from "../../../modules/delivery/domain/suggest"
import type { SlotLoadRow } from "../../../modules/delivery/queries/tours"
import type { ProposeGroupingResponse } from "../../../sdk/types"
import { findDepot } from "../depot"
import { DrivenBooking, readDrivenBookings } from "../driven-bookings"
import { deliveryService } from "../module"
import { toSlotTime } from "../slot-choice"

type GroupBookings = typeof import("../workers/group-bookings.worker").default

const MOST_SLOTS = 6_000
const LIMITS: GroupingLimits = {
  trials: 10_000,
  milliseconds: 10_000,
  least_saved_metres: WORTH_METRES,
}
const TIMEOUT_MS = 30_000
/** Whoever is moved has to hear of it in time: neither slot starts sooner. */
const NOTICE_MS = 24 * 60 * 60_000

export type FindGroupingInput = {
  /** The shop's days, inclusive. */
  from: string
  to: string
  district_ids?: string[]
}

type Found = {
  /** Null when there is nothing to propose; then `reason` says why. */
  proposal: {
    metres_before: number
    metres_after: number
    moves: StoredMove[]
  } | null
  reason: ProposeGroupingResponse["reason"]
}

/** Searches for moves that shorten the tours of a range of days; writes nothing. */
export const findGroupingStep = createStep(
  "find-grouping",
  async (input: FindGroupingInput, { container }) =>
    new StepResponse(await findGrouping(input, container))
)

async function findGrouping(
  { from, to, district_ids }: FindGroupingInput,
  container: MedusaContainer
): Promise<Found> {
  const now = new Date()
  const range = { from, to }
  const depot = await findDepot(container)
  if (!depot) {
    return { proposal: null, reason: "no_depot" }
  }
  const bookings = await readDrivenBookings(range, container)
  if (!bookings) {
    return { proposal: null, reason: "too_many" }
  }
  const slots = await deliveryService(container).listSlotLoads(
    range,
    MOST_SLOTS
  )
  const input: GroupingInput = {
    depot,
    slots: slots.map((slot) => toGroupingSlot(slot, now)),
    bookings: bookings.flatMap((each) =>
      toGroupingBooking(each, district_ids, now)
    ),
  }
  const outcome = await runInWorker<
    WorkerInput<GroupBookings>,
    WorkerOutput<GroupBookings>
  >(
    join(__dirname, "..", "workers", "group-bookings.worker"),
    { input, limits: LIMITS },
    { timeoutMs: TIMEOUT_MS }
  )
  return outcome.moves.length
    ? { proposal: describe(outcome, slots, bookings), reason: null }
    : { proposal: null, reason: "nothing_gained" }
}

function toGroupingSlot(
  slot: SlotLoadRow,
  now: Date
): GroupingInput["slots"][number] {
  const left = (capacity: number | null, reserved: number) =>
    capacity === null ? null : capacity - reserved
  return {
    id: slot.id,
    district_id: slot.district_id,
    date: slot.date,
    starts_at: slot.starts_at.getTime(),
    price: slot.price,
    open:
      slot.is_open &&
      isInTime(slot, now) &&
      slot.cutoff_at > now &&
      (slot.opens_at === null || slot.opens_at <= now),
    room: {
      orders: slot.capacity_orders - slot.reserved_orders,
      weight_grams: left(
        slot.capacity_weight_grams,
        slot.reserved_weight_grams
      ),
      minutes: left(slot.capacity_minutes, slot.reserved_minutes),
    },
  }
}

const isInTime = ({ starts_at }: { starts_at: Date }, now: Date): boolean =>
  starts_at.getTime() >= now.getTime() + NOTICE_MS

/** A delivery without a place is in no tour. */
function toGroupingBooking(
  booking: DrivenBooking,
  districtIds: string[] | undefined,
  now: Date
): GroupingInput["bookings"][number][] {
  const { id, slot_id, point, weight_grams, minutes } = booking
  // Pieces of the day are made for that day.
  const movable =
    booking.cutoff_at > now &&
    isInTime(booking, now) &&
    !booking.on_route &&
    !booking.has_day_products &&
    (!districtIds?.length || districtIds.includes(booking.district_id))
  return point ? [{ id, slot_id, point, weight_grams, minutes, movable }] : []
}

function describe(
  { moves, metres_before, metres_after }: GroupingOutcome,
  slots: readonly SlotLoadRow[],
  bookings: readonly DrivenBooking[]
): NonNullable<Found["proposal"]> {
  const slotsById = new Map(slots.map((slot) => [slot.id, slot]))
  const bookingsById = new Map(bookings.map((each) => [each.id, each]))
  return {
    metres_before,
    metres_after,
    moves: moves.flatMap((move): StoredMove[] => {
      const booking = bookingsById.get(move.booking_id)
      const from = slotsById.get(move.from_slot_id)
      const to = slotsById.get(move.to_slot_id)
      return booking && from && to
        ? [
            {
              booking_id: booking.id,
              order_id: booking.order_id,
              district: { id: to.district_id, name: to.district_name },
              from: toSlotTime(from),
              to: toSlotTime(to),
              saved_metres: move.saved_metres,
              state: "proposed",
              reason: null,
              told: null,
            },
          ]
        : []
    }),
  }
}
