import { fork } from "node:child_process"
import { once } from "node:events"
import path from "node:path"

import type { LoadJob, LoadReply, LoadResult } from "./load-job"

/** Sends load from a process of its own, the same one for both sides. */
export type LoadGenerator = {
  /** @throws Error when a request was not answered with 200 */
  run(job: LoadJob): Promise<LoadResult>
  stop(): Promise<void>
}

/** @param root - folder of the repository, from which `tsx` is found */
export function startLoadGenerator(root: string): LoadGenerator {
  const child = fork(path.join(__dirname, "load-process.ts"), {
    cwd: root,
    execArgv: ["--import", "tsx"],
  })
  const ended = once(child, "exit")
  return {
    async run(job) {
      const answer = once(child, "message")
      child.send(job)
      const outcome = await Promise.race([answer, ended.then(() => null)])
      if (!outcome) {
        throw new Error("The process that sends the load ended by itself.")
      }
      const [reply] = outcome as [LoadReply]
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
