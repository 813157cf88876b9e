import { workerSelfCheck } from "../../../lib/worker/self-check"
import { Check } from "./run-check"

/** Starting a thread compiles its code in development. */
const TIMEOUT_MS = 10_000

export const workerThreadsCheck: Check = {
  name: "worker_threads",
  timeoutMs: TIMEOUT_MS,
  run: async () => {
    const { ok, message } = await workerSelfCheck()
    return ok
      ? { status: "ok", message: "A thread did a sum", timed: true }
      : { status: "down", message: message ?? "Failed", timed: true }
  },
}
