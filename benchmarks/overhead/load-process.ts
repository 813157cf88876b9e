/**
 * The process that sends the load: what it does must not slow down the one
 * that drives the benchmark, nor be slowed down by it.
 */
import type { LoadJob, LoadReply } from "./load-job"
import { runLoad } from "./run-load"

const reply = (message: LoadReply) => process.send?.(message)

process.on("message", (job: LoadJob) => {
  runLoad(job).then(
    (result) => reply({ result }),
    (error: unknown) => reply({ error: String(error) })
  )
})
process.on("disconnect", () => process.exit())
