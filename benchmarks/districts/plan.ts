import type { BenchOptions } from "../lib/benchmark"

export type DistrictsPlan = {
  districts: number
  /** Positions of each boundary. */
  corners: number
  /** Places looked up per round. */
  lookups: number
  rounds: number
  /** Calls of each baseline, which take longer. */
  slow: number
}

/** Milliseconds of a single call. */
export type Times = { p50: number; p99: number; max: number }

export type DistrictsResult = {
  rounds: Times[]
  byCode: Times
  byName: Times
  /** Each lookup asks the table first whether it has changed. */
  asking: Times
  plainScan: Times
  select1: Times
  /** Against the plain scan. */
  agreeing: { compared: number; equal: number; inside: number }
  /** The first round, in which the districts are read. */
  first_seconds: number
}

const FULL: DistrictsPlan = {
  districts: 1_000,
  corners: 200,
  lookups: 200_000,
  rounds: 5,
  slow: 2_000,
}
const QUICK: DistrictsPlan = {
  districts: 50,
  corners: 40,
  lookups: 2_000,
  rounds: 1,
  slow: 100,
}

export function planOf({
  quick,
  rounds,
  requests,
}: BenchOptions): DistrictsPlan {
  const plan = quick ? QUICK : FULL
  return {
    ...plan,
    rounds: rounds ?? plan.rounds,
    lookups: requests ?? plan.lookups,
  }
}
