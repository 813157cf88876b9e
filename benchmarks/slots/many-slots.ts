import { Client } from "@medusajs/framework/pg"

import { percentile } from "../lib/stats"
import type { Guests } from "./client"

const DISTRICTS = 500

/**
 * Slots of days gone by, as years of delivering leave them: most of other
 * districts, a part of the district that is asked for.
 */
export async function addPastSlots(
  sql: Client,
  districtId: string,
  count: number
): Promise<void> {
  await sql.query(
    `insert into delivery_district (id, name, priority, postal_codes)
     select 'ddis_bench_' || n, 'Bench ' || n, 100, array[(10000 + n)::text]
       from generate_series(1, ${DISTRICTS} - 1) n`
  )
  await sql.query(
    `insert into delivery_slot (id, district_id, window_id, date, starts_at,
       ends_at, cutoff_at, capacity_orders, price, raw_price, is_open)
     select 'dslot_bench_' || n,
            case when n % ${DISTRICTS} = 0 then $1
                 else 'ddis_bench_' || n % ${DISTRICTS} end,
            'dwin_bench_' || n, to_char(at, 'YYYY-MM-DD'), at,
            at + interval '2 hours', at - interval '1 day', 10, 4.5,
            '{"value":"4.5","precision":20}', false
       from generate_series(1, ${count}) n,
            lateral (select now() - make_interval(days => 1 + n / ${DISTRICTS})
              as at) t`,
    [districtId]
  )
  await sql.query("vacuum analyze delivery_slot")
}

/** Answer times of a cart's slots and, in turn, of the cart itself. */
export async function timeListing(
  guests: Guests,
  cartId: string,
  times: number
): Promise<{
  slots_p99_ms: number
  slots_p50_ms: number
  cart_p99_ms: number
}> {
  const slots: number[] = []
  const carts: number[] = []
  for (let turn = -20; turn < times; turn++) {
    const listed = await guests.listSlots(cartId)
    const read = await guests.read(cartId)
    if (turn >= 0) {
      slots.push(listed.ms)
      carts.push(read.ms)
    }
  }
  return {
    slots_p50_ms: percentile(slots, 0.5),
    slots_p99_ms: percentile(slots, 0.99),
    cart_p99_ms: percentile(carts, 0.99),
  }
}
