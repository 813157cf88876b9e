import { fork } from "node:child_process"
import { once } from "node:events"

/** A process of its own that does one job after the other. */
export type JobProcess<Job, Result> = {
  /** @throws Error when the job failed, with its reason */
  run(job: Job): Promise<Result>
  stop(): Promise<void>
}

export type JobReply<Result> = { result: Result } | { error: string }

/**
 * Starts a process for jobs: what they do must not slow down the one that
 * drives the benchmark, nor be slowed down by it.
 *
 * @param root - folder of the repository, from which `tsx` is found
 * @param file - a script that calls `serveJobs`
 */
export function startJobProcess<Job extends object, Result>(
  root: string,
  file: string
): JobProcess<Job, Result> {
  const child = fork(file, { cwd: root, execArgv: ["--import", "tsx"] })
  const ended = once(child, "exit")
  return {
    async run(job) {
      const answer = once(child, "message")
      child.send(job)
      const outcome = await Promise.race([answer, ended.then(() => null)])
      if (!outcome) {
        throw new Error("The process that does the work ended by itself.")
      }
      const [reply] = outcome as [JobReply<Result>]
      if ("error" in reply) {
        throw new Error(reply.error)
      }
      return reply.result
    },
    async stop() {
      child.kill()
      await ended
    },
  }
}

/** The other side: does each job that arrives and answers with its result. */
export function serveJobs<Job, Result>(
  work: (job: Job) => Promise<Result>
): void {
  const reply = (message: JobReply<Result>) => process.send?.(message)
  process.on("message", (job: Job) => {
    work(job).then(
      (result) => reply({ result }),
      (error: unknown) => reply({ error: String(error) })
    )
  })
  process.on("disconnect", () => process.exit())
}
