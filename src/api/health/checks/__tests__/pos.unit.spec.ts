import { judgePos } from "../pos"

const connection = (name: string, health: string, is_paused = false) => ({
  name,
  health,
  is_paused,
})

describe("the POS line of the shop's health", () => {
  it("is off without a POS, and with paused ones only", () => {
    expect(judgePos([]).status).toBe("off")
    expect(judgePos([connection("A", "attention", true)]).status).toBe("off")
  })

  it("names who waits for a person before who failed just now", () => {
    const failing = connection("B", "degraded")
    expect(judgePos([connection("A", "healthy"), failing])).toEqual({
      status: "degraded",
      message: "The last call failed: B",
    })
    expect(judgePos([failing, connection("C", "attention")])).toEqual({
      status: "degraded",
      message: "Waiting for a person: C",
    })
  })

  it("is fine when all work or were never called", () => {
    expect(
      judgePos([connection("A", "healthy"), connection("B", "unchecked")])
    ).toEqual({ status: "ok", message: "2 connected" })
  })
})
