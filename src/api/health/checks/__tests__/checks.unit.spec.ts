import { judgeReconcilers } from "../judge-reconcilers"
import { judgeOutbox } from "../outbox"
import { withoutRedis } from "../redis"
import { runCheck, valueOr, worstStatus } from "../run-check"

const never = () => new Promise<never>(() => undefined)
const now = new Date("2026-03-01T10:00:00Z")
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

describe("runCheck", () => {
  it("does not wait for a dead dependency", async () => {
    expect(
      await runCheck({ name: "database", timeoutMs: 10, run: never })
    ).toEqual({
      name: "database",
      status: "down",
      latency_ms: null,
      message: "No answer in 10 ms",
    })
  })

  it("shows the code of an error and nothing else of it", async () => {
    const refused = Object.assign(
      new TypeError("connect to postgres://user:secret@db failed"),
      { code: "ECONNREFUSED" }
    )
    const run = () => Promise.reject(refused)
    expect((await runCheck({ name: "database", run })).message).toBe(
      "Failed (ECONNREFUSED)"
    )
    const plain = () => Promise.reject(new TypeError("user:secret@db"))
    expect((await runCheck({ name: "database", run: plain })).message).toBe(
      "Failed, see the server's log"
    )
  })

  it("gives the fallback for a figure that fails or does not come", async () => {
    expect(await valueOr("none", 10, never)).toBe("none")
    expect(
      await valueOr("none", 10, () => Promise.reject(new TypeError()))
    ).toBe("none")
    expect(await valueOr("none", 1_000, async () => "some")).toBe("some")
  })
})

describe("worstStatus", () => {
  it("counts the worst and ignores what is off", () => {
    const of = (...statuses: ("ok" | "degraded" | "down" | "off")[]) =>
      worstStatus(statuses.map((status) => ({ status })))
    expect(of("ok", "off")).toBe("ok")
    expect(of("ok", "degraded", "off")).toBe("degraded")
    expect(of("degraded", "down", "ok")).toBe("down")
    expect(of("off")).toBe("ok")
  })
})

describe("judgeOutbox", () => {
  const stats = {
    pending: 2,
    failed: 0,
    oldestPendingAt: ago(60),
    oldestDueAt: null,
  }

  it("is content with messages that wait for their time", () => {
    expect(judgeOutbox(stats, now).status).toBe("ok")
    expect(judgeOutbox({ ...stats, oldestDueAt: ago(4) }, now).status).toBe(
      "ok"
    )
  })

  it("degrades when nobody sends and when messages have failed", () => {
    expect(judgeOutbox({ ...stats, oldestDueAt: ago(6) }, now)).toEqual({
      status: "degraded",
      message: "2 waiting, the oldest due for 6 min: is a worker running?",
    })
    expect(judgeOutbox({ ...stats, failed: 1 }, now).status).toBe("degraded")
  })
})

describe("judgeReconcilers", () => {
  const expected = [{ name: "a", everySeconds: 60 }]
  const run = (startedAt: Date, error: string | null = null) => ({
    name: "a",
    startedAt,
    finishedAt: startedAt,
    found: 0,
    repaired: 0,
    error,
  })
  const judge = (runs: ReturnType<typeof run>[], upSince: Date) =>
    judgeReconcilers({ expected, runs, upSince, now }).status

  it("gives a process that just started time", () => {
    expect(judge([], ago(1))).toBe("ok")
    expect(judge([], ago(7))).toBe("degraded")
    expect(judge([run(ago(600))], ago(1))).toBe("ok")
  })

  it("degrades when a run is overdue or failed", () => {
    expect(judge([run(ago(1))], ago(600))).toBe("ok")
    expect(judge([run(ago(7))], ago(600))).toBe("degraded")
    expect(judge([run(ago(1), "broken")], ago(600))).toBe("degraded")
  })
})

describe("withoutRedis", () => {
  it("is down when two processes serve one database", () => {
    expect(withoutRedis("held").status).toBe("off")
    expect(withoutRedis("off").status).toBe("off")
    expect(withoutRedis("lost").status).toBe("degraded")
    expect(withoutRedis("taken").status).toBe("down")
  })
})
