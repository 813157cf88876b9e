import {
  groupBookings,
  metresWith,
} from "../../src/modules/delivery/domain/grouping"
import { WORTH_METRES } from "../../src/modules/delivery/domain/suggest"
import type { Benchmark } from "../lib/benchmark"
import { absolute, Figure, figureTable, relative } from "../lib/figure"
import { median } from "../lib/stats"
import { firstCome, recommended } from "./ways"
import { makeWeek } from "./week"

const FULL = { rounds: 5, orders: 200 }
const QUICK = { rounds: 1, orders: 60 }
/** Places in each slot. */
const PLACES = 4
const LIMITS = {
  trials: 10_000,
  milliseconds: 10_000,
  least_saved_metres: WORTH_METRES,
}

/** What days cost in kilometres: as asked, as recommended, and after a proposal. */
export const grouping: Benchmark = {
  name: "grouping",
  summary: "kilometres of a week, grouped by district against first come",

  async run({ options, say }) {
    const base = options.quick ? QUICK : FULL
    const rounds = options.rounds ?? base.rounds
    const orders = options.requests ?? base.orders
    const weeks = Array.from({ length: rounds }, (_, seed) => {
      const week = measureWeek(seed + 1, orders)
      say(
        `week ${seed + 1} of ${rounds}: ${week.first.toFixed(0)} km first come, ${week.proposed.toFixed(0)} km as proposed with ${week.moves} moves, ${week.chosen.toFixed(0)} km had everybody taken the recommended day`
      )
      return week
    })
    const { area } = makeWeek(1, 0, PLACES)
    const figures = figuresOf(weeks)
    return {
      text: figureTable(
        `${orders} orders over 6 days in ${area}, medians of ${rounds} weeks`,
        figures
      ),
      data: { area, orders, figures, weeks },
      postgres: "not used",
    }
  },
}

type MeasuredWeek = {
  /** Kilometres of all tours. */
  first: number
  proposed: number
  chosen: number
  moves: number
  milliseconds: number
}

function measureWeek(seed: number, orders: number): MeasuredWeek {
  const week = makeWeek(seed, orders, PLACES)
  const before = firstCome(week)
  const started = performance.now()
  const { moves, metres_before, metres_after } = groupBookings(
    before,
    LIMITS,
    () => performance.now()
  )
  const milliseconds = performance.now() - started
  if (metresWith(before, moves) !== metres_after) {
    throw new Error(`The moves of week ${seed} do not make what they promise`)
  }
  return {
    first: metres_before / 1_000,
    proposed: metres_after / 1_000,
    chosen: metresWith(recommended(week)) / 1_000,
    moves: moves.length,
    milliseconds,
  }
}

function figuresOf(weeks: readonly MeasuredWeek[]): Figure[] {
  const of = (key: keyof MeasuredWeek) => weeks.map((week) => week[key])
  const beside = (label: string, key: "proposed" | "chosen") =>
    relative(
      label,
      median(of(key)),
      { label: "first come", value: median(of("first")) },
      undefined,
      weeks.map((week) => week[key] / week.first)
    )
  return [
    beside("km as proposed", "proposed"),
    beside("km with the recommended day", "chosen"),
    absolute("moves proposed", median(of("moves")), undefined, of("moves")),
    absolute(
      "search, ms",
      median(of("milliseconds")),
      undefined,
      of("milliseconds")
    ),
  ]
}
