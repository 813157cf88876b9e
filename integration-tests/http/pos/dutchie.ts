import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"

import { freePort } from "../../../scripts/postgres"
import { httpClient } from "../../helpers/http-client"

/** Like any vendor, it is a process of its own that is only spoken to over HTTP. */
const SIMULATOR = path.resolve(__dirname, "../../simulators/dutchie/main.ts")

export const DUTCHIE_KEY = "dutchie-key-of-market-street-x7Qp"

/** An order at the simulator, as its control plane tells it. */
export type SimulatedOrder = {
  preOrderId: number
  status: string
  transactionReference: string | null
}

export type LoggedRequest = { method: string; path: string }

export type Fault = {
  match?: { method?: string; path?: string; nth?: number }
  times?: number | null
  action: { kind: string } & Record<string, unknown>
}

export type Dutchie = {
  url: string
  seed(body: Record<string, unknown>): Promise<void>
  reset(): Promise<void>
  fault(...rules: Fault[]): Promise<void>
  noFaults(): Promise<void>
  switches(values: Record<string, unknown>): Promise<void>
  orders(): Promise<SimulatedOrder[]>
  advance(id: number | string, body?: Record<string, unknown>): Promise<void>
  /** Requests of the vendor's surface, those to one path when it is named. */
  requests(path?: string): Promise<LoggedRequest[]>
  /** The vendor is gone, as in an outage. What it holds stays. */
  stop(): Promise<void>
  /** It is back, at the same address. */
  start(): Promise<void>
}

/** Starts the simulator of Dutchie's POS as a process. */
export async function startDutchie(stateFile: string): Promise<Dutchie> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const api = httpClient(url)
  let child: ChildProcess | undefined

  const start = async () => {
    child = await launch(port, stateFile)
  }
  await start()
  return {
    url,
    start,
    async stop() {
      if (child && child.exitCode === null && child.signalCode === null) {
        const gone = once(child, "close")
        child.kill("SIGKILL")
        await gone
      }
    },
    async seed(body) {
      await api.post("/__sim/seed", body)
    },
    async reset() {
      await api.post("/__sim/reset", {})
    },
    async fault(...rules) {
      await api.post("/__sim/faults", rules)
    },
    async noFaults() {
      await api.delete("/__sim/faults")
    },
    async switches(values) {
      await api.post("/__sim/switches", values)
    },
    async orders() {
      const { data } = await api.get<SimulatedOrder[]>("/__sim/orders")
      return data
    },
    async advance(id, body = {}) {
      await api.post(`/__sim/orders/${id}/advance`, body)
    },
    async requests(wanted) {
      const { data } = await api.get<LoggedRequest[]>(
        `/__sim/log${wanted ? `?path=${encodeURIComponent(wanted)}` : ""}`
      )
      return data
    },
  }
}

async function launch(port: number, stateFile: string): Promise<ChildProcess> {
  const { NODE_OPTIONS: _, ...env } = process.env
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      SIMULATOR,
      "--port",
      String(port),
      "--state",
      stateFile,
    ],
    { env, stdio: ["ignore", "pipe", "pipe"] }
  )
  let text = ""
  await new Promise<void>((resolve, reject) => {
    const add = (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('"url"')) {
        resolve()
      }
    }
    child.stdout.on("data", add)
    child.stderr.on("data", add)
    child.once("close", () => reject(new Error(`The simulator ended: ${text}`)))
  })
  return child
}
