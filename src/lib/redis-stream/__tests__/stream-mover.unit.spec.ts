import { StreamMover, StreamMoverOptions } from "../stream-mover"
import { StreamEntry } from "../types"

const entry = (id: string): StreamEntry => ({ id, payload: `about ${id}` })

/** A queue in memory that can be told to fail. */
class FakeQueue {
  waiting: StreamEntry[] = []
  left: StreamEntry[] = []
  removed: string[] = []
  aside: string[] = []
  prepared = 0
  hasLeft = false
  fail: { remove?: Error; take?: Error } = {}

  async prepare() {
    this.prepared++
  }
  async take(count: number) {
    this.throwOnce("take")
    await new Promise((resolve) => setImmediate(resolve))
    return this.waiting.splice(0, count)
  }
  async claim(count: number) {
    return this.left.splice(0, count)
  }
  async remove(ids: readonly string[]) {
    this.throwOnce("remove")
    this.removed.push(...ids)
  }
  async setAside({ id }: StreamEntry) {
    this.aside.push(id)
  }
  async leave() {
    this.hasLeft = true
  }
  async forgetDead() {}

  private throwOnce(what: "remove" | "take") {
    const error = this.fail[what]
    delete this.fail[what]
    if (error) {
      throw error
    }
  }
}

const silent = {
  info: jest.fn(),
  warn: jest.fn(),
  error: jest.fn(),
}

describe("StreamMover", () => {
  let queue: FakeQueue
  let handled: string[][]
  let mover: StreamMover
  let problem: (ids: string[]) => Error | undefined

  const moverWith = (options: Partial<StreamMoverOptions> = {}) =>
    new StreamMover({
      queue,
      handle: async (entries) => {
        const ids = entries.map(({ id }) => id)
        const error = problem(ids)
        if (error) {
          throw error
        }
        handled.push(ids)
      },
      isHopeless: ({ message }: Error) => message === "hopeless",
      logger: silent,
      ...options,
    })
  const until = async (isDone: () => boolean) => {
    while (!isDone()) {
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }

  beforeEach(() => {
    queue = new FakeQueue()
    handled = []
    problem = () => undefined
    jest.clearAllMocks()
    mover = moverWith()
  })
  afterEach(async () => mover.stop())

  it("does many at a time and takes them off the queue afterwards", async () => {
    queue.waiting = ["1", "2", "3"].map(entry)
    mover.start()
    await until(() => queue.removed.length === 3)
    expect(handled).toEqual([["1", "2", "3"]])
  })

  it("first does what somebody else left", async () => {
    queue.left = [entry("old")]
    queue.waiting = [entry("new")]
    mover.start()
    await until(() => queue.removed.length === 2)
    expect(handled).toEqual([["old"], ["new"]])
  })

  it("keeps what fails for now, and takes nothing new before it is done", async () => {
    let away = 2
    problem = () => (away-- > 0 ? new Error("away") : undefined)
    queue.waiting = [entry("1")]
    mover.start()
    await until(() => away === 1)
    queue.waiting = [entry("2")]
    await until(() => queue.removed.length === 2)
    expect(handled).toEqual([["1"], ["2"]])
    expect(queue.aside).toEqual([])
  })

  it("does again what Redis was not told of", async () => {
    queue.fail.remove = new Error("gone")
    queue.waiting = [entry("1")]
    mover.start()
    await until(() => queue.removed.length === 1)
    expect(handled).toEqual([["1"], ["1"]])
  })

  it("sets aside the one that can never be done, and only that", async () => {
    problem = (ids) => (ids.includes("2") ? new Error("hopeless") : undefined)
    queue.waiting = ["1", "2", "3"].map(entry)
    mover.start()
    await until(() => queue.removed.length === 2 && queue.aside.length === 1)
    expect(queue.removed).toEqual(["1", "3"])
    expect(queue.aside).toEqual(["2"])
    expect(silent.error).toHaveBeenCalledWith(
      expect.stringContaining("Entry 2 of the stream was set aside")
    )
  })

  it("makes its group again when Redis has forgotten it", async () => {
    queue.fail.take = new Error("NOGROUP No such key")
    queue.waiting = [entry("1")]
    mover.start()
    await until(() => queue.removed.length === 1)
    expect(queue.prepared).toBe(2)
  })

  it("stops after what is at work, and says that it leaves", async () => {
    let finish = () => {}
    const started = new Promise<void>((resolve) => {
      mover = moverWith({
        handle: async (entries) => {
          resolve()
          await new Promise<void>((done) => (finish = done))
          handled.push(entries.map(({ id }) => id))
        },
      })
    })
    queue.waiting = [entry("1")]
    mover.start()
    await started
    const stopped = mover.stop()
    queue.waiting = [entry("2")]
    finish()
    await stopped
    expect(queue.removed).toEqual(["1"])
    expect(queue.hasLeft).toBe(true)
    expect(queue.waiting).toHaveLength(1)
  })
})
