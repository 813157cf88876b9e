import { createMedusaContainer } from "@medusajs/framework/utils"

import { CompletionCheck, runChecks, undoChecks } from "../compose-checks"

const container = createMedusaContainer()
const input = { cart: { id: "cart_1" } }

/** A check that writes down what happens to it. */
const check = (
  id: string,
  log: string[],
  { refuses = false, undoFails = false } = {}
): CompletionCheck => ({
  id,
  check: () => {
    log.push(`check ${id}`)
    return refuses
      ? Promise.reject(new Error(`${id} refuses`))
      : Promise.resolve({ took: id })
  },
  undo: ({ took }) => {
    log.push(`undo ${took}`)
    return undoFails
      ? Promise.reject(new Error(`${id} stuck`))
      : Promise.resolve()
  },
})

describe("the composed guard", () => {
  it("asks in order and keeps what each took", async () => {
    const log: string[] = []
    const taken = await runChecks(
      [check("slot", log), check("points", log)],
      input,
      container
    )
    expect(log).toEqual(["check slot", "check points"])
    expect(taken).toEqual([
      { id: "slot", data: { took: "slot" } },
      { id: "points", data: { took: "points" } },
    ])
  })

  it("takes back in reverse what was taken when one refuses, and asks no further", async () => {
    const log: string[] = []
    await expect(
      runChecks(
        [
          check("slot", log),
          check("points", log),
          check("limit", log, { refuses: true }),
          check("cash", log),
        ],
        input,
        container
      )
    ).rejects.toThrow("limit refuses")
    expect(log).toEqual([
      "check slot",
      "check points",
      "check limit",
      "undo points",
      "undo slot",
    ])
  })

  it("goes on taking back when one cannot, and says so", async () => {
    const log: string[] = []
    const checks = [
      check("slot", log),
      check("points", log, { undoFails: true }),
    ]
    const taken = await runChecks(checks, input, container)
    await expect(undoChecks(checks, taken, container)).rejects.toThrow(
      "points: points stuck"
    )
    expect(log.slice(2)).toEqual(["undo points", "undo slot"])
  })
})
