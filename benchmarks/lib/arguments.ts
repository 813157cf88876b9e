import { SetupError } from "../../scripts/postgres"
import type { BenchOptions } from "./benchmark"

const NUMBERS = ["--rounds", "--requests"] as const

/**
 * Reads the command line of `npm run bench`.
 *
 * @param known - names of the benchmarks there are
 * @throws SetupError naming what is not understood
 */
export function parseBenchArguments(
  args: string[],
  known: string[]
): { names: string[]; options: BenchOptions } {
  const names: string[] = []
  const options: BenchOptions = { quick: false }
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const number = NUMBERS.find((flag) => flag === arg)
    if (number) {
      const name = number === "--rounds" ? "rounds" : "requests"
      options[name] = readCount(number, rest.shift())
    } else if (arg === "--quick") {
      options.quick = true
    } else if (known.includes(arg)) {
      names.push(arg)
    } else {
      throw new SetupError(
        `"${arg}" is neither a benchmark (${known.join(", ")}) nor an option (--quick, --rounds, --requests).`
      )
    }
  }
  return { names, options }
}

function readCount(flag: string, value: string | undefined): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1) {
    throw new SetupError(
      `${flag} is "${value ?? ""}": it must be a whole number from 1.`
    )
  }
  return count
}
