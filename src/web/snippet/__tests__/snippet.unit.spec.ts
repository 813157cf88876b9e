import fc from "fast-check"

import { type Box, createBox } from "../box"
import {
  type ConsentCommand,
  consentOf,
  followDataLayer,
  hasOptedOut,
  mayRemember,
  readCommand,
} from "../consent"
import { createStopwatch } from "../dwell"
import { createOutbox, type Outcome } from "../outbox"
import { readSettings } from "../settings"
import { readSource, visitOf, withoutSecrets } from "../source"

describe("consent", () => {
  const nothing = { optedOut: false, choice: null, initial: null }

  it("is a no under an opt-out, whatever else was said", () => {
    const choice = fc.constantFrom("granted" as const, "denied" as const, null)
    fc.assert(
      fc.property(choice, choice, (choice, initial) => {
        const signals = { optedOut: true, choice, initial }
        expect(mayRemember(signals)).toBe(false)
        expect(consentOf(signals)).toBe("denied")
      })
    )
  })

  it("is left to the shop where nobody said anything", () => {
    expect(mayRemember(nothing)).toBe(true)
    expect(consentOf(nothing)).toBeNull()
  })

  it("follows the visitor rather than the page", () => {
    const of = (
      initial: "granted" | "denied",
      choice: "granted" | "denied" | null
    ) => consentOf({ ...nothing, initial, choice })
    expect(of("denied", null)).toBe("denied")
    expect(of("denied", "granted")).toBe("granted")
    expect(of("granted", "denied")).toBe("denied")
    expect(of("granted", null)).toBe("granted")
  })

  it("hears Global Privacy Control and Do Not Track", () => {
    expect(hasOptedOut({ globalPrivacyControl: true })).toBe(true)
    expect(hasOptedOut({ doNotTrack: "1" })).toBe(true)
    expect(hasOptedOut({ globalPrivacyControl: false, doNotTrack: null })).toBe(
      false
    )
    expect(hasOptedOut({ doNotTrack: "unspecified" })).toBe(false)
  })
})

describe("Google's data layer", () => {
  /** As `function gtag() { dataLayer.push(arguments) }` leaves it. */
  const gtag = (...words: unknown[]): unknown =>
    (function (..._words: unknown[]) {
      return arguments
    })(...words)

  it("is heard before and after, and still gets what is pushed", () => {
    const heard: ConsentCommand[] = []
    const first = gtag("consent", "default", { analytics_storage: "denied" })
    const layer: unknown[] = [gtag("js", new Date()), first]
    followDataLayer(layer, (command) => heard.push(command))
    const second = gtag("consent", "update", { analytics_storage: "granted" })
    expect(layer.push(second, { event: "purchase" })).toBe(4)
    expect(heard).toEqual([
      { kind: "default", said: "denied" },
      { kind: "update", said: "granted" },
    ])
    expect(layer.slice(1, 3)).toEqual([first, second])
  })

  it("says nothing where it says something else", () => {
    for (const other of [
      gtag("config", "G-1"),
      gtag("consent", "update", { ad_storage: "granted" }),
      gtag("consent", "update", { analytics_storage: true }),
      gtag("consent", "update"),
      gtag("consent", "default", null),
      "consent",
      null,
    ]) {
      expect(readCommand(other)).toBeNull()
    }
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (anything) => {
        readCommand(anything)
      })
    )
  })
})

describe("source of a visit", () => {
  const landing =
    "https://shop.example/cakes?utm_source=letter&utm_campaign=May&gclid=Cj0&q=lemon#top"

  it("is read in Segment's words", () => {
    expect(readSource(landing, "https://search.example/?q=cake")).toEqual({
      campaign: { source: "letter", name: "May" },
      referrer: {
        url: "https://search.example/?q=cake",
        type: "gclid",
        id: "Cj0",
        link: landing.replace("#top", ""),
      },
    })
  })

  it("is not the shop itself", () => {
    const { campaign, referrer } = readSource(
      "https://shop.example/cart",
      "https://shop.example/"
    )
    expect(campaign).toBeUndefined()
    expect(referrer).toEqual({ link: "https://shop.example/cart" })
  })

  it.each([
    ["reset_token", "abc"],
    ["key", "abc"],
    ["email", "ada"],
    ["who", "ada@example.com"],
    ["session_id", "1"],
  ])("does not tell %p", (name, value) => {
    expect(
      withoutSecrets(
        `https://a:b@shop.example/reset?${name}=${encodeURIComponent(value)}&page=2#x`
      )
    ).toBe("https://shop.example/reset?page=2")
  })

  const from = (href: string) => readSource(href, "")
  const first = from(landing)

  it("stays the first one while the visit goes on", () => {
    const visit = visitOf(null, first, 0)
    const later = visitOf(visit, from("https://shop.example/cart"), 29 * 60_000)
    expect(later).toEqual({ at: 29 * 60_000, source: first })
    const reloaded = visitOf(later, from(landing), 58 * 60_000)
    expect(reloaded.source).toBe(first)
  })

  it("is another one after half an hour, or by another advertisement", () => {
    const visit = visitOf(null, first, 0)
    const direct = from("https://shop.example/cart")
    expect(visitOf(visit, direct, 30 * 60_000).source).toBe(direct)
    const other = from("https://shop.example/?gclid=other")
    expect(visitOf(visit, other, 1).source).toBe(other)
  })
})

describe("dwell", () => {
  const setUp = () => {
    let now = 0
    const watch = createStopwatch(() => now)
    return { watch, pass: (seconds: number) => (now += seconds * 1000) }
  }

  it("counts what is seen, not what is hidden", () => {
    const { watch, pass } = setUp()
    watch.run()
    pass(2)
    watch.pause()
    pass(100)
    watch.run()
    pass(1.26)
    expect(watch.take()).toBe(3.3)
  })

  it("can be taken in parts that make up the whole", () => {
    const stretch = fc.record({
      seconds: fc.double({ min: 0, max: 100, noNaN: true }),
      seen: fc.boolean(),
      taken: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(stretch), (stretches) => {
        const { watch, pass } = setUp()
        let taken = 0
        let parts = 1
        for (const { seconds, seen, ...each } of stretches) {
          if (seen) {
            watch.run()
          } else {
            watch.pause()
          }
          pass(seconds)
          if (each.taken) {
            taken += watch.take()
            parts++
          }
        }
        taken += watch.take()
        const whole = stretches
          .filter(({ seen }) => seen)
          .reduce((sum, { seconds }) => sum + seconds, 0)
        // The last part may be too short to be told.
        expect(Math.abs(whole - taken)).toBeLessThan(1 + parts * 0.05)
      })
    )
  })

  it("is kept until it is worth telling, and not believed for hours", () => {
    const { watch, pass } = setUp()
    watch.run()
    pass(0.6)
    expect(watch.take()).toBe(0)
    pass(0.6)
    expect(watch.take()).toBe(1.2)
    pass(100_000)
    expect(watch.take()).toBe(1_800)
  })
})

/** What a browser's storage is made of. */
const disk = () => {
  const kept: Record<string, string> = {}
  const hidden = (value: unknown) => ({ value, enumerable: false })
  return Object.defineProperties(kept, {
    getItem: hidden((name: string) => kept[name] ?? null),
    setItem: hidden((name: string, value: string) => void (kept[name] = value)),
    removeItem: hidden((name: string) => void delete kept[name]),
  }) as unknown as Storage & Record<string, string>
}

describe("box", () => {
  it("writes nothing down while it may not", () => {
    const storage = disk()
    let may = false
    const box = createBox(
      () => storage,
      () => may
    )
    box.set("a", "1")
    expect(box.get("a")).toBe("1")
    expect(Object.keys(storage)).toEqual([])
    may = true
    box.set("a", "2")
    expect(storage.a).toBe("2")
    may = false
    expect(box.get("a")).toBeNull()
  })

  it("serves from memory where the storage is switched off or full", () => {
    const off = createBox(
      () => {
        throw new Error("SecurityError")
      },
      () => true
    )
    off.set("a", "1")
    expect([off.get("a"), off.names("")]).toEqual(["1", ["a"]])
    off.remove("a")
    expect(off.get("a")).toBeNull()
  })
})

describe("outbox", () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  const setUp = (box: Box = createBox(disk, () => false)) => {
    const sent: string[][] = []
    const answers: (Outcome | Promise<Outcome>)[] = []
    const outbox = createOutbox(box, {
      clock: Date.now,
      send: async (messages) => {
        sent.push(
          messages.map(
            (text) => (JSON.parse(text) as { messageId: string }).messageId
          )
        )
        return answers.length ? (answers.shift() ?? null) : null
      },
    })
    const add = (...ids: string[]) =>
      ids.forEach((messageId) => outbox.add({ messageId }))
    const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)
    return { outbox, box, sent, answers, add, pass }
  }

  it("sends what comes together in one request, in its order", async () => {
    const { sent, add, pass, box } = setUp()
    add("z", "a", "m")
    await pass(299)
    expect(sent).toEqual([])
    await pass(1)
    expect(sent).toEqual([["z", "a", "m"]])
    expect(box.names("")).toEqual([])
  })

  it("sends again what nobody answered, later each time, with its id", async () => {
    const { sent, answers, add, pass, box } = setUp()
    answers.push(0, 0, null)
    add("a")
    await pass(300)
    await pass(900)
    expect(sent).toHaveLength(1)
    await pass(60_000)
    expect(sent).toEqual([["a"], ["a"], ["a"]])
    expect(box.names("cornerstore:m.")).toEqual([])
  })

  it("waits as long as it is asked to, with everything", async () => {
    const { outbox, sent, answers, add, pass } = setUp()
    answers.push(30)
    add("a")
    await pass(300)
    add("b")
    await pass(20_000)
    await outbox.flush()
    expect(sent).toEqual([["a"]])
    await pass(10_000)
    expect(sent).toEqual([["a"], ["a", "b"]])
  })

  it("does not send in two tabs, and takes over what a closed one left", async () => {
    const storage = disk()
    const box = createBox(
      () => storage,
      () => true
    )
    const one = setUp(box)
    const other = setUp(box)
    one.answers.push(new Promise(() => undefined))
    one.add("a")
    await one.pass(300)
    other.add("b")
    await other.pass(300)
    expect([one.sent, other.sent]).toEqual([[["a"]], [["b"]]])
    await other.pass(15_000)
    expect([...one.sent, ...other.sent].filter(([id]) => id === "a")).toEqual([
      ["a"],
      ["a"],
    ])
    expect(Object.keys(storage)).toEqual([])
  })

  it("keeps the newest hundred", async () => {
    const { sent, answers, add, pass } = setUp()
    const ids = Array.from({ length: 120 }, (_, at) => `m${at}`)
    answers.push(60)
    add("first")
    await pass(300)
    add(...ids)
    await pass(60_000)
    expect(sent[1]).toEqual(ids.slice(-100))
  })

  it("sends as much at once as may outlive a page", async () => {
    const { outbox, sent, pass } = setUp()
    const text = "x".repeat(9_000)
    for (const messageId of ["a", "b", "c"]) {
      outbox.add({ messageId, text })
    }
    await pass(300)
    expect(sent).toEqual([["a", "b"], ["c"]])
  })

  it("does not bring back what was erased while it was on its way", async () => {
    const { sent, answers, add, pass, box } = setUp()
    let fail: (outcome: Outcome) => void = () => undefined
    answers.push(new Promise((resolve) => (fail = resolve)))
    add("a")
    await pass(300)
    box.names("").forEach(box.remove)
    fail(0)
    await pass(60_000)
    expect(sent).toEqual([["a"]])
  })

  it("drops what is not its own, and what is too large", async () => {
    const warn = jest.spyOn(console, "warn").mockReturnValue()
    const { outbox, box, sent, add, pass } = setUp()
    box.set("cornerstore:m.0", "somebody else's")
    outbox.add({ messageId: "b", text: "x".repeat(20_000) })
    add("a")
    await pass(300)
    expect(sent).toEqual([["a"]])
    expect(warn).toHaveBeenCalledTimes(1)
  })

  it("is not stopped by a clock that was put back", async () => {
    const { box, sent, add, pass } = setUp()
    box.set("cornerstore:pause", String(Date.now() + 86_400_000))
    add("a")
    await pass(300)
    expect(sent).toEqual([["a"]])
  })
})

describe("settings", () => {
  const script = (src: string, dataset: Record<string, string>) =>
    readSettings({ src, dataset })

  it("are what the script element says", () => {
    expect(
      script("https://shop.example/base/collect/snippet.js?v=1", {
        key: "pk_1",
        consent: "required",
        search: "q",
      })
    ).toEqual({
      collector: "https://shop.example/base/collect/",
      writeKey: "pk_1",
      isConsentRequired: true,
      searchParameter: "q",
      isManual: false,
    })
  })

  it("are missing without a key or a script", () => {
    expect(script("https://shop.example/collect/snippet.js", {})).toBeNull()
    expect(readSettings(null)).toBeNull()
  })
})
