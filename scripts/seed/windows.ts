import { makeSlotsWorkflow } from "../../src/workflows/delivery/make-slots"
import { createDeliveryWindowsWorkflow } from "../../src/workflows/delivery/windows"
import type { SeedContext } from "./context"
import { SEED_ACTOR } from "./districts"

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/**
 * The shop's day: bread for the morning is ordered the evening before, the
 * afternoon by one o'clock, and wine for tonight until seven. Prices in US
 * dollars.
 */
export const TIMES = [
  {
    starts_at: "10:00",
    ends_at: "12:00",
    lead_days: 1,
    cutoff_time: "20:00",
    capacity_orders: 8,
    price: 4.5,
  },
  {
    starts_at: "16:00",
    ends_at: "19:00",
    lead_days: 0,
    cutoff_time: "13:00",
    capacity_orders: 8,
    price: 4.5,
  },
  {
    starts_at: "19:30",
    ends_at: "22:00",
    lead_days: 0,
    cutoff_time: "19:00",
    capacity_orders: 6,
    price: 6,
  },
]

/** Three windows on every day of the week in each district that has none yet. */
export async function seedWindows({
  container,
  query,
}: SeedContext): Promise<void> {
  const { data: districts } = await query.graph({
    entity: "delivery_district",
    fields: ["id"],
  })
  const { data: windows } = await query.graph({
    entity: "delivery_window",
    fields: ["district_id"],
  })
  const served = new Set(windows.map(({ district_id }) => district_id))
  const missing = districts.filter(({ id }) => !served.has(id))
  if (missing.length) {
    await createDeliveryWindowsWorkflow(container).run({
      input: {
        windows: missing.flatMap(({ id }) => windowsOf(id)),
        actor: SEED_ACTOR,
      },
    })
  }
  // A seed cut short may have left windows whose slots are not made yet.
  await makeSlotsWorkflow(container).run()
}

/** The windows of one district. */
export function windowsOf(districtId: string) {
  return WEEKDAYS.flatMap((weekday) =>
    TIMES.map((time) => ({ district_id: districtId, weekday, ...time }))
  )
}
