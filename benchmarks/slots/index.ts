import { Client } from "@medusajs/framework/pg"

import type { Benchmark } from "../lib/benchmark"
import { absolute, figureTable, relative } from "../lib/figure"
import { postgresVersion } from "../lib/postgres-version"
import { median } from "../lib/stats"
import { Guests } from "./client"
import { addPastSlots, timeListing } from "./many-slots"
import { isFair, race, type Round } from "./race"
import { makeSlotSetting } from "./setting"
import { PLACES } from "./shop"

/** A first round warms up and is not counted. */
const FULL = { rounds: 20, guests: 500, slots: 100_000, listings: 500 }
const QUICK = { rounds: 1, guests: 40, slots: 2_000, listings: 20 }
/** Carts made at once, between the rounds. */
const MAKERS = 8

/** Places under a race of carts, and the slots of a cart among very many. */
export const slots: Benchmark = {
  name: "slots",
  summary: "500 carts for 10 places on two servers; slots of a cart",

  async run(context) {
    const { options, say, teardown } = context
    const base = options.quick ? QUICK : FULL
    const plan = {
      ...base,
      rounds: options.rounds ?? base.rounds,
      guests: options.requests ?? base.guests,
    }
    const setting = await makeSlotSetting(context)
    const sql = new Client({ connectionString: setting.databaseUrl })
    await sql.connect()
    teardown.add(() => sql.end())
    const guests = new Guests(setting.urls, setting.shop)

    say(`adding ${plan.slots} slots of days gone by`)
    await addPastSlots(sql, setting.shop.district_id, plan.slots)
    const carts = await newCarts(guests, plan.guests)
    const listing = await timeListing(guests, carts[0], plan.listings)

    const { slots: offered } = await guests.listSlots(carts[0])
    const free = offered.filter(
      ({ state, remaining }) => state === "open" && remaining === PLACES
    )
    if (free.length <= plan.rounds) {
      throw new Error(`${free.length} free slots are too few for the rounds`)
    }
    const rounds: Round[] = []
    for (let turn = 0; turn <= plan.rounds; turn++) {
      const { round, ordered } = await race(
        guests,
        sql,
        carts,
        free[turn].id,
        turn % 2 === 0
      )
      say(
        `${turn ? `round ${turn}` : "warm-up"}: ${round.held} held, ${round.full} full, ${round.orders} orders, ${round.committed} committed; hold p99 ${round.hold_p99_ms.toFixed(0)} ms, cart read p99 ${round.read_p99_ms.toFixed(0)} ms${Object.keys(round.other).length ? ` ${JSON.stringify(round.other)}` : ""}`
      )
      if (turn) {
        rounds.push(round)
      }
      const gone = new Set(ordered)
      const left = carts.filter((id) => !gone.has(id))
      carts.splice(
        0,
        carts.length,
        ...left,
        ...(await newCarts(guests, plan.guests - left.length))
      )
    }
    const fair = rounds.filter((round) => isFair(round, plan.guests)).length
    const ratios = rounds.map(
      ({ hold_p99_ms, read_p99_ms }) => hold_p99_ms / read_p99_ms
    )
    const figures = [
      absolute(
        `rounds in which exactly ${PLACES} of ${plan.guests} got a place and ordered, the rest 409`,
        fair,
        { atLeast: plan.rounds }
      ),
      relative(
        "hold p99, ms (median of the rounds)",
        median(rounds.map(({ hold_p99_ms }) => hold_p99_ms)),
        {
          label: "cart read p99",
          value: median(rounds.map(({ read_p99_ms }) => read_p99_ms)),
        },
        { atMost: 1.5 },
        ratios
      ),
      absolute(
        `slots of a cart among ${plan.slots.toLocaleString("en-US")}, p99 ms`,
        listing.slots_p99_ms,
        { atMost: 30 }
      ),
      relative("the same, p50 ms", listing.slots_p50_ms, {
        label: "cart read p99",
        value: listing.cart_p99_ms,
      }),
    ]
    return {
      text: [
        `${plan.rounds} rounds after a warm-up, two servers on one PostgreSQL and one Redis`,
        figureTable("Slots", figures),
      ].join("\n\n"),
      data: { plan, figures, rounds, listing },
      postgres: await postgresVersion(setting.databaseUrl),
    }
  },
}

async function newCarts(guests: Guests, count: number): Promise<string[]> {
  const made: string[] = []
  while (made.length < count) {
    const some = Math.min(MAKERS, count - made.length)
    made.push(
      ...(await Promise.all(
        Array.from({ length: some }, () => guests.newCart())
      ))
    )
  }
  return made
}
