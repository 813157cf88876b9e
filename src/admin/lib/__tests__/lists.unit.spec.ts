import { mapLimited, splitList } from "../lists"

describe("splitList", () => {
  it("takes what people paste", () => {
    expect(splitList("94110\n 94114, 94131;94110\n\n")).toEqual([
      "94110",
      "94114",
      "94131",
    ])
  })
})

describe("mapLimited", () => {
  it("keeps the order and says which failed", async () => {
    const results = await mapLimited([1, 2, 3], 2, (item) =>
      item === 2 ? Promise.reject(new Error("two")) : Promise.resolve(item)
    )
    expect(results.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
    ])
  })

  it("has no more at once than allowed", async () => {
    let running = 0
    let most = 0
    await mapLimited([1, 2, 3, 4, 5], 2, async () => {
      running++
      most = Math.max(most, running)
      await Promise.resolve()
      running--
    })
    expect(most).toBe(2)
  })
})
