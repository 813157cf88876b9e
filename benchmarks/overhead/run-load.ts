import { Agent, request as send } from "node:http"

import type { LoadJob, LoadRequest, LoadResult } from "./load-job"

type Prepared = { request: LoadRequest; body: string | undefined }

/**
 * Sends the requests of a job: each connection takes the next one as soon as
 * it has its answer. Bodies are made before the clock starts.
 *
 * @throws Error with the answer when one is not 200
 */
export async function runLoad(job: LoadJob): Promise<LoadResult> {
  const prepared = job.requests.map((request) => ({
    request,
    body: request.body && JSON.stringify(request.body),
  }))
  const latencies_ms = new Array<number>(prepared.length).fill(0)
  const answers = new Array<string>(job.keepAnswers ? prepared.length : 0)
  const agent = new Agent({ keepAlive: true, maxSockets: job.connections })
  const queue = prepared.entries()
  const work = async () => {
    // One iterator for all connections: each request is taken once.
    for (const [index, next] of queue) {
      const started = performance.now()
      const answer = await sendOne(job, next, agent)
      latencies_ms[index] = performance.now() - started
      if (job.keepAnswers) {
        answers[index] = answer
      }
    }
  }
  const started = performance.now()
  try {
    await Promise.all(Array.from({ length: job.connections }, work))
    return { elapsed_ms: performance.now() - started, latencies_ms, answers }
  } finally {
    agent.destroy()
  }
}

function sendOne(
  { origin, headers }: LoadJob,
  { request: { method, path }, body }: Prepared,
  agent: Agent
): Promise<string> {
  return new Promise((resolve, reject) => {
    const content =
      body === undefined
        ? {}
        : {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
          }
    const outgoing = send(
      new URL(path, origin),
      { method, agent, headers: { ...headers, ...content } },
      (response) => {
        const chunks: Buffer[] = []
        response.on("data", (chunk: Buffer) => chunks.push(chunk))
        response.once("error", reject)
        response.once("end", () => {
          const text = Buffer.concat(chunks).toString()
          if (response.statusCode === 200) {
            resolve(text)
          } else {
            reject(
              new Error(`${method} ${path}: ${response.statusCode} ${text}`)
            )
          }
        })
      }
    )
    outgoing.once("error", reject)
    outgoing.end(body)
  })
}
