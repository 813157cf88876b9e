import type { PostgresServer } from "../../scripts/postgres"
import type { AppKind } from "../lib/app"
import { type CartState, type Phase, PHASES } from "./phases"
import { untilQuiet } from "./quiet"
import { measure, type Sample, type Side } from "./side"

export type RoundPlan = {
  rounds: number
  /** Carts per round and side: so many of each request of a checkout. */
  carts: number
  /** Reads per round and side. */
  reads: number
  connections: number
}

/** What each phase took on both sides in one round. */
export type Round = { phase: string; stock: Sample; plugin: Sample }[]

type Sides = Record<AppKind, Side>

/** Who goes first changes from round to round: being second must not count. */
export function orderOf(round: number): [AppKind, AppKind] {
  return round % 2 === 0 ? ["stock", "plugin"] : ["plugin", "stock"]
}

/**
 * Measures both sides in turn, phase by phase, so that a disturbance meets
 * both. A first round warms both up and is thrown away.
 */
export async function measureRounds(
  server: PostgresServer,
  sides: Sides,
  plan: RoundPlan,
  say: (text: string) => void
): Promise<Round[]> {
  const rounds: Round[] = []
  for (let round = 0; round <= plan.rounds; round++) {
    const name = round === 0 ? "warm-up" : `round ${round} of ${plan.rounds}`
    const started = performance.now()
    const measured = await measureRound(server, sides, plan, orderOf(round))
    say(`${name}, ${((performance.now() - started) / 1000).toFixed(0)} s`)
    if (round > 0) {
      rounds.push(measured)
    }
  }
  return rounds
}

async function measureRound(
  server: PostgresServer,
  sides: Sides,
  plan: RoundPlan,
  order: [AppKind, AppKind]
): Promise<Round> {
  const carts = { stock: newCarts(plan.carts), plugin: newCarts(plan.carts) }
  const round: Round = []
  for (const phase of PHASES) {
    const run = async (kind: AppKind) => {
      await untilQuiet(server)
      const own = cartsFor(phase, carts[kind], plan)
      return measure(sides[kind], phase, own, plan.connections)
    }
    const first = await run(order[0])
    const second = await run(order[1])
    const [stock, plugin] =
      order[0] === "stock" ? [first, second] : [second, first]
    round.push({ phase: phase.id, stock, plugin })
  }
  return round
}

/** Reads concern no cart. */
function cartsFor(
  { times }: Phase,
  carts: CartState[],
  { reads }: RoundPlan
): CartState[] {
  return times === "carts" ? carts : newCarts(reads)
}

function newCarts(count: number): CartState[] {
  return Array.from({ length: count }, () => ({}))
}
