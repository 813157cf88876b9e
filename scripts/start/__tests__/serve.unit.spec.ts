import { type ChildProcess, spawn } from "node:child_process"

import { untilStopped } from "../serve"

describe("untilStopped", () => {
  const children: ChildProcess[] = []
  const database = { url: "postgres://localhost/none" }

  const shop = (program: string): ChildProcess => {
    const child = spawn(process.execPath, ["-e", program])
    children.push(child)
    return child
  }
  afterEach(() => children.splice(0).forEach((child) => child.kill("SIGKILL")))

  it("ends at once when the stop was asked for while the shop was opening", async () => {
    const signal = AbortSignal.abort()
    await untilStopped(shop("setInterval(() => 0, 1000)"), { database, signal })
  })

  it("ends when the stop is asked for later", async () => {
    const controller = new AbortController()
    const stopped = untilStopped(shop("setInterval(() => 0, 1000)"), {
      database,
      signal: controller.signal,
    })
    controller.abort()
    await stopped
  })

  it("says so when the shop ends by itself", async () => {
    const { signal } = new AbortController()
    await expect(
      untilStopped(shop("process.exit(3)"), { database, signal })
    ).rejects.toThrow("exit code 3")
  })
})
