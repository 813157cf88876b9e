import {
  type AppProcess,
  startAppProcess,
} from "../../integration-tests/helpers/app-process"
import { guard } from "../../scripts/postgres"
import type { BenchApp } from "./app"
import type { BenchmarkContext } from "./benchmark"

/**
 * Starts a compiled app in production mode; it ends with this process.
 *
 * @param env - see `shopSettings`
 * @returns the process and the seconds until `/health` answered
 */
export async function serveApp(
  { teardown }: BenchmarkContext,
  app: BenchApp,
  databaseUrl: string,
  env: Record<string, string | undefined>
): Promise<{ app: AppProcess; seconds: number }> {
  const started = performance.now()
  const served = await startAppProcess({ cwd: app.built, databaseUrl, env })
  const seconds = (performance.now() - started) / 1000
  const dismiss = guard({ pid: served.pid, signal: "SIGTERM" })
  void served.ended.then(dismiss)
  teardown.add(() => served.stop())
  return { app: served, seconds }
}
