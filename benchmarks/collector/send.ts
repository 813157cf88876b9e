import { percentile } from "../lib/stats"
import { Connection } from "./connection"
import { requestMaker } from "./requests"
import type { SendJob, SendResult } from "./send-job"

/** Requests that may wait for a connection before the server counts as lost. */
const MAX_BEHIND = 50_000

/** Sends the requests of a job until its time is over. */
export async function send(job: SendJob): Promise<SendResult> {
  const connections = await Promise.all(
    Array.from({ length: job.connections }, () => Connection.open(job.port))
  )
  const tally = new Tally()
  const make = requestMaker(job)
  const started = performance.now()
  const end = started + job.seconds * 1000
  try {
    await (job.rate
      ? atRate({ connections, make, tally, started, end, rate: job.rate })
      : asFastAsAnswered({ connections, make, tally, end }))
    return tally.result(performance.now() - started)
  } finally {
    connections.forEach((connection) => connection.close())
  }
}

type Work = {
  connections: Connection[]
  make: () => Buffer
  tally: Tally
  /** Milliseconds of `performance.now()`. */
  end: number
}

async function asFastAsAnswered({ connections, make, tally, end }: Work) {
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < end) {
        const request = make()
        const sent = performance.now()
        tally.add(await connection.send(request), performance.now() - sent)
      }
    })
  )
}

/** Each request has its time; how long it waits for a connection counts. */
async function atRate(work: Work & { started: number; rate: number }) {
  const { connections, make, tally, started, end, rate } = work
  const free = [...connections]
  const due: number[] = []
  let planned = 0
  let open = 0
  await new Promise<void>((resolve, reject) => {
    const launch = () => {
      while (due.length && free.length) {
        const at = due.shift() ?? 0
        // Each has its turn: a server ends a connection that idles for long.
        const connection = free.shift()
        if (!connection) {
          return
        }
        open++
        connection.send(make()).then((status) => {
          tally.add(status, performance.now() - at)
          free.push(connection)
          open--
          launch()
        }, reject)
      }
    }
    const timer = setInterval(() => {
      const now = performance.now()
      for (
        let at = started + (planned * 1000) / rate;
        at <= now && at < end;
        at = started + (planned * 1000) / rate
      ) {
        due.push(at)
        planned++
      }
      launch()
      if (due.length > MAX_BEHIND || (now > end && !due.length && !open)) {
        clearInterval(timer)
        resolve()
      }
    }, 1)
  })
}

class Tally {
  private readonly latencies: number[] = []
  private readonly others: Record<string, number> = {}

  add(status: number, latency_ms: number): void {
    if (status === 200) {
      this.latencies.push(latency_ms)
    } else {
      this.others[status] = (this.others[status] ?? 0) + 1
    }
  }

  result(elapsed_ms: number): SendResult {
    const some = this.latencies.length > 0
    return {
      answered: this.latencies.length,
      elapsed_ms,
      p50_ms: some ? percentile(this.latencies, 0.5) : 0,
      p99_ms: some ? percentile(this.latencies, 0.99) : 0,
      others: this.others,
    }
  }
}
