import type { DriverActionRequest, DriverState } from "../../../sdk/types"
import { createClock } from "../../shared/time"
import { balance, likelyNotes, parseAmount } from "../amount"
import { pickLanguage } from "../dictionary"
import { mapsLink } from "../maps-link"
import { Outbox } from "../outbox"
import { project } from "../project"
import { toView } from "../view"

const stop = (
  id: string,
  change: Partial<DriverState["stops"][number]> = {}
): DriverState["stops"][number] => ({
  id,
  status: "pending",
  order_number: 1000 + Number(id),
  customer_name: "Ada Buyer",
  starts_at: "2026-11-27T00:00:00Z",
  ends_at: "2026-11-27T02:00:00Z",
  visit: {
    address: ["1 Test Street", "94110 San Francisco"],
    phone: "+1 415 555 0100",
    point: { lat: 37.76, lng: -122.41 },
    position: "address",
    items: [{ id: "i1", title: "Lemon cake, 8 inch", quantity: 2 }],
    instructions: {
      note: "Ring twice",
      gift_wrap: true,
      gift_message: "Happy birthday",
      items: [
        {
          item_id: "i1",
          note: "No candles",
          gift_wrap: false,
          gift_message: null,
        },
      ],
    },
    cash_due: { amount: 34.5, currency_code: "usd" },
  },
  cash: null,
  done_at: null,
  failure_reason: null,
  ...change,
})

const route = (change: Partial<DriverState> = {}): DriverState => ({
  date: "2026-11-26",
  time_zone: "America/Los_Angeles",
  status: "started",
  driver_name: "Dana",
  distance_meters: 12_345,
  stops: [stop("1"), stop("2")],
  cash: [],
  updated_at: "2026-11-26T23:00:00Z",
  ...change,
})

const see = (
  state: DriverState,
  unsent: DriverActionRequest[] = [],
  languages = ["en-US"]
) => {
  const { locale, texts } = pickLanguage(languages)
  const zone = state.time_zone
  const clock = createClock(
    locale,
    zone,
    zone,
    Date.parse("2026-11-26T23:00:00Z")
  )
  return toView(project(state, unsent), {
    texts,
    clock,
    locale,
    userAgent: "Mozilla/5.0 (Linux; Android 15)",
  })
}
const plain = (text?: string) => text?.replace(/[\u2009\u202f]/g, " ")

describe("driver's page", () => {
  it("leads to one stop at a time", () => {
    const { next, later, progress, summary, date } = see(route())
    expect(date).toBe("Thursday, November 26")
    expect(summary).toBe("2 stops, about 12 km")
    expect(progress).toMatchObject({ done: 0, total: 2 })
    expect(next).toMatchObject({
      id: "1",
      eyebrow: "Order #1001",
      name: "Ada Buyer",
      address: ["1 Test Street", "94110 San Francisco"],
      phone: "+1 415 555 0100",
      mapNote: null,
      items: { count: "2 items", lines: ["2 × Lemon cake, 8 inch"] },
      wishes: [
        { label: "Note", text: "Ring twice" },
        { label: "Gift wrap", text: "" },
        { label: "Card", text: "Happy birthday" },
        { label: "Note (Lemon cake, 8 inch)", text: "No candles" },
      ],
      cash: { text: "Collect $34.50 in cash", due: 34.5 },
    })
    expect(plain(next?.time)).toBe("4:00 – 6:00 PM")
    expect(later).toMatchObject([{ id: "2", cash: "$34.50" }])
  })

  it("speaks the driver's language", () => {
    expect(see(route(), [], ["vi"]).next?.cash?.text).toMatch(/^Thu 34,50/)
    expect(see(route(), [], ["es-ES"]).heading).toBe("Ruta de Dana")
  })

  it("shows before the start what is ahead, and after the end what to hand in", () => {
    const ready = see(route({ status: "published" }))
    expect([ready.phase, ready.next, ready.later.length]).toEqual([
      "ready",
      null,
      2,
    ])
    const over = see(
      route({
        status: "finished",
        stops: [
          stop("1", { status: "delivered", visit: null }),
          stop("2", {
            status: "failed",
            visit: null,
            failure_reason: "nobody_home",
          }),
        ],
        cash: [{ currency_code: "usd", collected: 30, short: 4.5 }],
      })
    )
    expect(over).toMatchObject({
      phase: "finished",
      result: "1 delivered, 1 not delivered.",
      till: [{ amount: "$30.00", short: "$4.50 missing of what was due" }],
    })
    expect(over.done[1]).toMatchObject({ canReopen: true, state: "failed" })
    expect(over.done[1].detail).toContain("Nobody home")
  })

  it("goes on at once with what is not sent yet, and says so", () => {
    const delivered = {
      kind: "delivered",
      key: "k",
      stop_id: "1",
    } as const
    const view = see(route(), [delivered])
    expect(view.next?.id).toBe("2")
    expect(view.done[0]).toMatchObject({ id: "1", stateText: "Not sent yet" })
    const last = see(route(), [delivered, { ...delivered, stop_id: "2" }])
    expect(last.phase).toBe("finished")
  })

  it("changes nothing by an entry that the shop knows already", () => {
    const state = route({
      stops: [stop("1", { status: "delivered" }), stop("2")],
    })
    const unsent: DriverActionRequest[] = [
      { kind: "start", key: "a" },
      { kind: "arrived", key: "b", stop_id: "1" },
      { kind: "failed", key: "c", stop_id: "1", reason: "other" },
    ]
    expect(project(state, unsent).stops).toEqual(project(state, []).stops)
  })
})

describe("way to the map", () => {
  const visit = {
    address: ["1 Test Street", "94110 San Francisco"],
    point: { lat: 37.76, lng: -122.41 },
  }

  it("opens the phone's own map at the exact place", () => {
    const to = (userAgent: string) =>
      mapsLink({ ...visit, position: "address" }, userAgent)
    expect(to("iPhone")).toBe("https://maps.apple.com/?daddr=37.76%2C-122.41")
    expect(to("Linux; Android 15")).toBe("geo:37.76,-122.41?q=37.76%2C-122.41")
    expect(to("Windows")).toContain("destination=37.76%2C-122.41")
  })

  it("goes by the address where the place is an estimate", () => {
    expect(mapsLink({ ...visit, position: "district" }, "Android")).toBe(
      "geo:0,0?q=1%20Test%20Street%2C%2094110%20San%20Francisco"
    )
  })
})

describe("amounts", () => {
  it.each([
    ["40", 40],
    ["40.50", 40.5],
    ["40,5", 40.5],
    ["1 000", 1000],
    ["", null],
    ["-3", null],
    ["1.000.000", null],
    ["4o", null],
  ])("reads %p as %p", (text, amount) => {
    expect(parseAmount(text)).toBe(amount)
  })

  it("offers the sums that people hand over", () => {
    expect(likelyNotes(34.5)).toEqual([35, 40, 50])
    expect(likelyNotes(102.5)).toEqual([110, 150, 200])
    expect(likelyNotes(100)).toEqual([200, 500])
    expect(likelyNotes(187_000)).toEqual([190_000, 200_000, 500_000])
    expect(likelyNotes(3.2)).toEqual([4, 5, 10])
  })

  it("tells change from what is missing", () => {
    expect(balance(34.5, 40)).toBe(5.5)
    expect(balance(0.3, 0.1)).toBe(-0.2)
  })
})

describe("outbox", () => {
  const entry: DriverActionRequest = { kind: "start", key: "first-tap" }

  const setUp = (kept = "[]") => {
    const stored = new Map([["/driver/x", kept]])
    const sent: { key: string }[] = []
    const answers: (Response | Error)[] = []
    const seen: string[] = []
    const outbox = new Outbox(
      "/driver/x",
      {
        onSent: () => seen.push("sent"),
        onRefused: (reason) => seen.push(`refused: ${reason}`),
        onChange: () => undefined,
      },
      {
        getItem: (name) => stored.get(name) ?? null,
        setItem: (name, value) => void stored.set(name, value),
        removeItem: (name) => void stored.delete(name),
      },
      async (_url, init) => {
        sent.push(JSON.parse(String(init?.body)))
        const answer = answers.shift() ?? new Error("no connection")
        if (answer instanceof Error) {
          throw answer
        }
        return answer
      }
    )
    return { outbox, stored, sent, answers, seen }
  }
  const ok = () => new Response("{}", { status: 200 })

  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it("keeps an entry that nobody answered and sends it again with its key", async () => {
    const { outbox, stored, sent, answers, seen } = setUp()
    answers.push(new Error("cut"), new Response("{}", { status: 503 }), ok())
    outbox.add(entry)
    await jest.advanceTimersByTimeAsync(0)
    expect(outbox.unsent).toEqual([entry])
    expect(outbox.isStuck).toBe(true)
    expect(stored.size).toBe(1)

    await jest.advanceTimersByTimeAsync(60_000)
    expect(sent.map(({ key }) => key)).toEqual(Array(3).fill("first-tap"))
    expect(seen).toEqual(["sent"])
    expect(outbox.unsent).toEqual([])
    expect(outbox.isStuck).toBe(false)
    expect(stored.size).toBe(0)
  })

  it("takes only the shop's word, not a page that a network puts in between", async () => {
    const { outbox, sent, answers, seen } = setUp()
    const page = (status: number) =>
      new Response("<html>Welcome to our hotel</html>", { status })
    answers.push(page(200), page(403), ok())
    outbox.add(entry)
    await jest.advanceTimersByTimeAsync(60_000)
    expect(sent.map(({ key }) => key)).toEqual(Array(3).fill("first-tap"))
    expect(seen).toEqual(["sent"])
  })

  it("sends in order, and what was kept over a reload first", async () => {
    const { outbox, sent, answers } = setUp(JSON.stringify([entry]))
    answers.push(ok(), ok())
    outbox.add({ kind: "arrived", key: "second-tap", stop_id: "1" })
    await jest.advanceTimersByTimeAsync(0)
    expect(sent.map(({ key }) => key)).toEqual(["first-tap", "second-tap"])
  })

  it("gives up what the shop refuses, with its reason, and goes on", async () => {
    const { outbox, answers, seen } = setUp()
    answers.push(
      new Response(JSON.stringify({ message: "Stop is delivered" }), {
        status: 409,
      }),
      ok()
    )
    outbox.add(entry)
    outbox.add({ ...entry, key: "second-tap" })
    await jest.advanceTimersByTimeAsync(0)
    expect(seen).toEqual(["refused: Stop is delivered", "sent"])
    expect(outbox.unsent).toEqual([])
  })

  it("starts empty on what is not its own", () => {
    const { outbox } = setUp("{")
    expect(outbox.unsent).toEqual([])
  })
})
