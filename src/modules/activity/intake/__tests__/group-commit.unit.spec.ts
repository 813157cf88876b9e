import fc from "fast-check"

import { GroupCommit, GroupCommitOptions } from "../group-commit"

/** Every setImmediate that was asked for has run. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A store whose writes end when the test says so. */
function stage(options: Partial<GroupCommitOptions<number[], string>> = {}) {
  const writes: {
    lots: readonly number[][]
    commit(): Promise<void>
    fail(error: Error): Promise<void>
  }[] = []
  let now = 0
  const group = new GroupCommit<number[], string>({
    write: (lots) =>
      new Promise((resolve, reject) => {
        writes.push({
          lots,
          commit: () => {
            resolve(lots.map((lot) => `stored ${lot.join()}`))
            return turn()
          },
          fail: (error) => {
            reject(error)
            return turn()
          },
        })
      }),
    sizeOf: (lot) => lot.length,
    maxSize: 4,
    maxFlushes: () => 1,
    maxWaitMs: 1_000,
    clock: () => now,
    ...options,
  })
  const written = () => writes.map(({ lots }) => lots)
  return { group, writes, written, pass: (ms: number) => (now += ms) }
}

describe("GroupCommit", () => {
  it("writes a lot that comes alone at once", async () => {
    const { group, writes, written } = stage()
    const added = group.add([1])
    await turn()
    expect(written()).toEqual([[[1]]])
    await writes[0].commit()
    expect(await added).toBe("stored 1")
  })

  it("writes together what waited meanwhile, and tells each its own", async () => {
    const { group, writes, written } = stage()
    const first = group.add([1])
    await turn()
    const others = [group.add([2]), group.add([3, 4])]
    await turn()
    expect(written()).toEqual([[[1]]])
    await writes[0].commit()
    expect(written()[1]).toEqual([[2], [3, 4]])
    await writes[1].commit()
    expect(await Promise.all([first, ...others])).toEqual([
      "stored 1",
      "stored 2",
      "stored 3,4",
    ])
  })

  it("fills a flush in the order of coming, and tears no lot apart", async () => {
    const { group, writes, written } = stage()
    const lots = [[1, 2, 3], [4, 5], [6], [7, 7, 7, 7, 7, 7], [8]]
    const added = lots.map((lot) => group.add(lot))
    await turn()
    for (let index = 0; index < 4; index++) {
      await writes[index].commit()
    }
    expect(written()).toEqual([
      [[1, 2, 3]],
      [[4, 5], [6]],
      [[7, 7, 7, 7, 7, 7]],
      [[8]],
    ])
    await Promise.all(added)
  })

  it("answers nobody before the commit", async () => {
    const { group, writes } = stage()
    let isAnswered = false
    const added = group.add([1]).then(() => (isAnswered = true))
    await turn()
    await turn()
    expect(isAnswered).toBe(false)
    await writes[0].commit()
    await added
  })

  it("fails those of a flush that failed, and nobody else", async () => {
    const { group, writes } = stage()
    const first = Promise.allSettled([group.add([1]), group.add([2])])
    await turn()
    const later = group.add([3])
    await writes[0].fail(new Error("connection lost"))
    expect(await first).toMatchObject([
      { status: "rejected", reason: { message: "connection lost" } },
      { status: "rejected", reason: { message: "connection lost" } },
    ])
    await writes[1].commit()
    expect(await later).toBe("stored 3")
  })

  it("has as many flushes at work as it may, and no more", async () => {
    const { group, writes, written } = stage({ maxFlushes: () => 2 })
    const added = [group.add([1])]
    await turn()
    added.push(group.add([2]))
    await turn()
    added.push(group.add([3]))
    await turn()
    expect(written()).toEqual([[[1]], [[2]]])
    await writes[1].commit()
    expect(written()[2]).toEqual([[3]])
    await Promise.all([writes[0].commit(), writes[2].commit()])
    await Promise.all(added)
  })

  it("sends away who waited too long, without writing", async () => {
    const { group, writes, written, pass } = stage()
    const first = group.add([1])
    await turn()
    const late = Promise.allSettled([group.add([2])])
    pass(900)
    const inTime = group.add([3])
    pass(200)
    await writes[0].commit()
    expect(await late).toMatchObject([
      { status: "rejected", reason: { name: "WaitedTooLong" } },
    ])
    await writes[1].commit()
    expect(await Promise.all([first, inTime])).toEqual(["stored 1", "stored 3"])
    expect(written()).toEqual([[[1]], [[3]]])
  })

  it("drains: what waits is written before it returns", async () => {
    const { group, writes } = stage()
    const added = [1, 2, 3, 4, 5].map((each) => group.add([each]))
    let isDrained = false
    const drained = group.drain().then(() => (isDrained = true))
    await turn()
    await writes[0].commit()
    expect(isDrained).toBe(false)
    await writes[1].commit()
    await drained
    await Promise.all(added)
    await group.drain()
  })

  it("writes each lot once whatever fails and however they come", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer(), { minLength: 1, maxLength: 6 })),
        fc.integer({ min: 1, max: 3 }),
        fc.infiniteStream(fc.boolean()),
        async (lots, flushes, fates) => {
          const written: number[][] = []
          const { group } = stage({
            maxFlushes: () => flushes,
            write: async (taken) => {
              await turn()
              if (fates.next().value) {
                throw new Error("away")
              }
              written.push(...taken)
              return taken.map((lot) => `stored ${lot.join()}`)
            },
          })
          const results = await Promise.allSettled(
            lots.map(async (lot, index) => {
              await (index % 3 ? turn() : undefined)
              return group.add(lot)
            })
          )
          const acknowledged = lots.filter((lot, index) => {
            const result = results[index]
            return (
              result.status === "fulfilled" &&
              result.value === `stored ${lot.join()}`
            )
          })
          expect(written.toSorted()).toEqual(acknowledged.toSorted())
        }
      )
    )
  })
})
