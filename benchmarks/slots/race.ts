import { Client } from "@medusajs/framework/pg"

import { percentile } from "../lib/stats"
import { Guests, isOrder, type Timed } from "./client"
import { PLACES } from "./shop"

/** What one slot's race came to. */
export type Round = {
  /** Holds that were granted, refused because the slot is full, and anything else. */
  held: number
  full: number
  other: Record<string, number>
  orders: number
  /** Places the database has as committed or booked, and as reserved. */
  committed: number
  reserved: number
  hold_p99_ms: number
  read_p99_ms: number
}

/**
 * All guests want the same slot at once, each once, after each has read its
 * cart at once: the same number of requests by the same clients. Who got a
 * place completes the order.
 */
export async function race(
  guests: Guests,
  sql: Client,
  carts: readonly string[],
  slotId: string,
  readsFirst: boolean
): Promise<{ round: Round; ordered: string[] }> {
  const readAll = () => Promise.all(carts.map((id) => guests.read(id)))
  const before = readsFirst ? await readAll() : []
  const holds = await Promise.all(carts.map((id) => guests.hold(id, slotId)))
  const reads = readsFirst ? before : await readAll()
  const winners = carts.filter((_, index) => holds[index].status === 200)
  const completed = await Promise.all(
    winners.map((id) => guests.complete(id, slotId))
  )
  return {
    round: {
      held: winners.length,
      full: holds.filter(isFull).length,
      other: statusesOf(
        holds.filter((each) => each.status !== 200 && !isFull(each))
      ),
      orders: completed.filter(isOrder).length,
      ...(await placesOf(sql, slotId)),
      hold_p99_ms: p99(holds),
      read_p99_ms: p99(reads),
    },
    ordered: winners,
  }
}

/** True when nobody got too much and everybody else a clear answer. */
export const isFair = (round: Round, guests: number): boolean =>
  round.held === PLACES &&
  round.full === guests - PLACES &&
  round.orders === PLACES &&
  round.committed === PLACES &&
  round.reserved === PLACES

const isFull = ({ status, body }: Timed): boolean =>
  status === 409 &&
  typeof body === "object" &&
  body !== null &&
  "code" in body &&
  body.code === "slot_full"

const p99 = (answers: readonly Timed[]): number =>
  percentile(
    answers.map(({ ms }) => ms),
    0.99
  )

function statusesOf(answers: readonly Timed[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const key = `${status} ${JSON.stringify(body).slice(0, 120)}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

async function placesOf(sql: Client, slotId: string) {
  const { rows } = await sql.query<{ committed: number; reserved: number }>(
    `select s.reserved_orders as reserved,
            (select count(*)::int from delivery_booking b
              where b.slot_id = s.id and b.deleted_at is null
                and b.status in ('committed', 'booked')) as committed
       from delivery_slot s where s.id = $1`,
    [slotId]
  )
  return rows[0]
}
