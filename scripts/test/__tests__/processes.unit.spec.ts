import { spawn } from "node:child_process"
import { once } from "node:events"

import {
  descendants,
  signalProcess,
} from "../../../integration-tests/helpers/processes"
import {
  errorCode,
  errorName,
} from "../../../integration-tests/helpers/node-errors"

describe("processes", () => {
  it("finds a process's children and ends them", async () => {
    const child = spawn("sh", ["-c", "sleep 60 & echo ready; wait"], {
      stdio: ["ignore", "pipe", "ignore"],
    })
    await once(child.stdout, "data")
    const pid = child.pid ?? 0
    const below = descendants(pid)
    expect(below).toHaveLength(1)

    const ended = once(child, "exit")
    for (const each of [...below, pid]) {
      signalProcess(each, "SIGKILL")
    }
    await ended
    expect(descendants(pid)).toEqual([])
    // Gone already: nothing to do, nothing to complain about.
    expect(() => signalProcess(pid, "SIGKILL")).not.toThrow()
  })
})

describe("errors of Node inside a suite", () => {
  it("are read although they are of another realm", async () => {
    const refused: unknown = await fetch("http://127.0.0.1:1").catch(
      (error: unknown) => error
    )
    expect(errorName(refused)).toBe("TypeError")
    expect(refused instanceof TypeError).toBe(false)
    expect(errorCode(Object.assign(new Error("x"), { code: "E" }))).toBe("E")
    expect(errorCode("text")).toBeUndefined()
    expect(errorName(null)).toBe("")
  })
})
