import { createDeliveryWindowsWorkflow } from "../../src/workflows/delivery/windows"
import type { SeedContext } from "./context"
import { SEED_ACTOR } from "./districts"

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/** The bakery's week: bread for the morning is ordered the evening before. */
const TIMES = [
  { starts_at: "10:00", ends_at: "12:00", lead_days: 1, cutoff_time: "20:00" },
  { starts_at: "16:00", ends_at: "19:00", lead_days: 0, cutoff_time: "13:00" },
]
const CAPACITY_ORDERS = 8
/** US dollars. */
const PRICE = 4.5

/** Two windows on every day of the week in each district that has none yet. */
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
}

/** The windows of one district. */
export function windowsOf(districtId: string) {
  return WEEKDAYS.flatMap((weekday) =>
    TIMES.map((time) => ({
      district_id: districtId,
      weekday,
      ...time,
      capacity_orders: CAPACITY_ORDERS,
      price: PRICE,
    }))
  )
}
