import { SetupError } from "../postgres"

export type StartArguments = {
  /** Serve from source and reload on change instead of building. */
  dev: boolean
  /** Fill an empty shop with the demo. */
  seed: boolean
  help: boolean
}

const FLAGS = ["--dev", "--no-seed", "--help"] as const

/** What `npm start -- --help` prints. */
export const HELP = `npm start [-- options]

  --dev       serve from source and reload on every change (also: npm run dev)
  --no-seed   leave the database without the demo shop
  --help      this text

Environment: PORT (9000), DATABASE_URL, REDIS_URL, MEDUSA_BACKEND_URL,
CORNERSTORE_DUTCHIE_URL (a register to use instead of the simulated one); a .env
file in this folder is read too. See docs/operations.md.`

/**
 * Reads the command line of `npm start`.
 *
 * @throws SetupError naming an argument that does not exist
 */
export function parseArguments(args: string[]): StartArguments {
  const unknown = args.find((arg) => !FLAGS.some((flag) => flag === arg))
  if (unknown) {
    throw new SetupError(
      `"${unknown}" is not an option of npm start: it takes ${FLAGS.join(", ")} (after --, as in npm start -- --no-seed).`
    )
  }
  return {
    dev: args.includes("--dev"),
    seed: !args.includes("--no-seed"),
    help: args.includes("--help"),
  }
}
