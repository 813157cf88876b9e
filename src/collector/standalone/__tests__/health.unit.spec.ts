import { Health } from "../health"

const up = () => Promise.resolve()
const down = () => Promise.reject(new Error("away"))

describe("Health", () => {
  afterEach(() => {
    jest.useRealTimers()
  })

  it("is up when what is needed is up, whatever else is said", async () => {
    const health = new Health({ buffer: up }, { store: down })
    expect(await health.answer(false)).toEqual({
      status: 200,
      body: { status: "up", buffer: "up", store: "down" },
    })
    expect(await new Health({ store: down }).answer(false)).toEqual({
      status: 503,
      body: { status: "down", store: "down" },
    })
  })

  it("sends load balancers away as soon as it stops", async () => {
    expect(await new Health({ store: up }).answer(true)).toEqual({
      status: 503,
      body: { status: "stopping" },
    })
  })

  it("asks once for probes that come together", async () => {
    const check = jest.fn(up)
    const health = new Health({ store: check })
    await Promise.all([health.answer(false), health.answer(false)])
    expect(check).toHaveBeenCalledTimes(1)
  })

  it("takes a check that never ends as down", async () => {
    jest.useFakeTimers()
    const answer = new Health({
      store: () => new Promise<void>(() => undefined),
    }).answer(false)
    await jest.advanceTimersByTimeAsync(2_000)
    expect(await answer).toMatchObject({ status: 503 })
  })
})
