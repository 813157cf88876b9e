import { join } from "node:path"

import { runInWorker, RunInWorkerOptions, workerSelfCheck } from ".."
import sum from "../self-check.worker"
import type { Misbehaviour } from "./workers/misbehave.worker"

const ENTRY = join(__dirname, "workers", "misbehave.worker")

// Starting a thread from source is a matter of processor time.
jest.setTimeout(60_000)

const run = (
  what: Misbehaviour,
  options: Partial<RunInWorkerOptions> = {}
): Promise<unknown> =>
  runInWorker(ENTRY, what, { timeoutMs: 50_000, ...options })

describe("runInWorker", () => {
  it("runs TypeScript source in a thread and gives back plain data", async () => {
    const result = await run("behave")
    expect(JSON.stringify(result)).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","list":[1,2]}'
    )
  })

  it("gives back the worker's error with the place it came from", async () => {
    await expect(run("throw")).rejects.toMatchObject({
      message: "route 7 has no stops",
      type: "unexpected_state",
      stack: expect.stringMatching(/misbehave\.worker\.ts:\d+/),
    })
    await expect(run("reject-text")).rejects.toThrow("plain text")
  })

  it("keeps the type of Medusa's errors", async () => {
    await expect(
      runInWorker(join(__dirname, "workers", "refuse.worker"), "r_1", {
        timeoutMs: 60_000,
      })
    ).rejects.toMatchObject({ message: "no route r_1", type: "not_found" })
  })

  it("stops a thread that does not end in time", async () => {
    await expect(run("loop", { timeoutMs: 1500 })).rejects.toThrow(
      "misbehave.worker was stopped: not done after 1500 ms"
    )
  })

  it("stops a thread when the caller gives up, and starts none after that", async () => {
    const controller = new AbortController()
    const running = run("loop", { signal: controller.signal })
    controller.abort(new Error("client has gone"))
    await expect(running).rejects.toThrow("client has gone")
    await expect(run("behave", { signal: controller.signal })).rejects.toThrow(
      "client has gone"
    )
  })

  it("survives a thread that takes too much memory", async () => {
    await expect(run("hoard", { memoryMb: 32 })).rejects.toThrow(
      "needed more than 32 MB"
    )
  })

  it("notices a thread that ends without an answer", async () => {
    await expect(run("exit")).rejects.toThrow(
      "ended with code 3 without an answer"
    )
    await expect(run("return-function")).rejects.toThrow("could not be cloned")
  })

  it("says what is wrong with the path", async () => {
    await expect(
      runInWorker("./self-check.worker", 1, { timeoutMs: 1000 })
    ).rejects.toThrow("is not an absolute path")
    await expect(
      runInWorker(join(__dirname, "missing.worker"), 1, { timeoutMs: 1000 })
    ).rejects.toThrow("exists neither as .js nor as .ts")
  })
})

describe("workerSelfCheck", () => {
  it("is ok where threads run", async () => {
    expect(sum(10)).toBe(55)
    expect(await workerSelfCheck()).toEqual({
      ok: true,
      latency_ms: expect.any(Number),
      message: null,
    })
  })
})
