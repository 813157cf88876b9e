import type { Database } from "./database"
import type { Paths } from "./paths"
import type { Progress } from "./progress"
import type { Settings } from "./settings"

/** What every step of a start works with. */
export type StartContext = {
  paths: Paths
  settings: Settings
  database: Database
  /** Environment of the processes we start. */
  env: NodeJS.ProcessEnv
  progress: Progress
  /** Aborted when the person wants to stop. */
  signal: AbortSignal
  /** Path of Medusa's command line program. */
  medusa: string
}
