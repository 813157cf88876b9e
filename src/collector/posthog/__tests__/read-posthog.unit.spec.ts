import fc from "fast-check"

import { DEFAULT_COLLECTOR_SETTINGS } from "../../../modules/activity/domain/consent"
import { BodyProblem } from "../../body"
import { decodeBody } from "../body"
import { readEnvelopeEvents } from "../dialect"
import { readEnvelope } from "../envelope"

const RECEIVED = new Date("2026-03-01T10:00:00Z")
const facts = {
  source_id: "apk_1",
  received_at: RECEIVED,
  headers: {},
  country: null,
  settings: DEFAULT_COLLECTOR_SETTINGS,
}
const VISITOR = "01a1fe34-a94e-7848-a8b9-f174fb6f26c8"
const CUSTOMER = "cus_01KAJ5R0XTS4PCAR23VX9GQ5XJ"

const read = (body: unknown, query = "") =>
  readEnvelopeEvents(readEnvelope(body, new URLSearchParams(query)), facts)

/** The one event of a body, its JSON parsed. */
const one = (body: unknown, query = "") => {
  const { events, dropped } = read(body, query)
  expect([...dropped]).toEqual([])
  expect(events).toHaveLength(1)
  return {
    ...events[0],
    properties: JSON.parse(events[0].properties),
    context: JSON.parse(events[0].context),
  }
}
const browser = (more: object = {}) => ({
  distinct_id: VISITOR,
  $device_id: VISITOR,
  $is_identified: false,
  token: "pk_1",
  ...more,
})

describe("an event of PostHog's clients", () => {
  it("is told in Segment's words, with Segment's context", () => {
    const event = one({
      api_key: "pk_1",
      sent_at: "2026-03-01T09:30:10Z",
      batch: [
        {
          uuid: "01a1fe34-a968-7b60-8e02-ad1724a51307",
          event: "$pageview",
          timestamp: "2026-03-01T09:30:00Z",
          properties: browser({
            $current_url: "https://shop.example/cakes?utm_source=letter",
            $pathname: "/cakes",
            $referrer: "https://www.google.com/",
            title: "Cakes",
            utm_source: "letter",
            utm_campaign: "spring",
            utm_medium: null,
            fbclid: null,
            gclid: "click",
            $raw_user_agent: "Mozilla/5.0",
            $lib: "web",
            $lib_version: "1.449.2",
            $screen_width: 1440,
            $session_id: "session",
            $ip: "203.0.113.9",
            $insert_id: "kfffmw486tvtmxp3",
            $sdk_debug_retry_queue_size: 0,
            $session_recording_canvas_recording: {},
            $autocapture_disabled_server_side: true,
            $host: "shop.example",
          }),
        },
      ],
    })
    expect(event).toMatchObject({
      message_id: "01a1fe34-a968-7b60-8e02-ad1724a51307",
      type: "page",
      name: null,
      anonymous_id: VISITOR,
      user_id: null,
      claimed_customer_id: null,
      occurred_at: new Date("2026-03-01T09:59:50Z"),
    })
    expect(event.properties).toEqual({
      url: "https://shop.example/cakes?utm_source=letter",
      path: "/cakes",
      referrer: "https://www.google.com/",
      title: "Cakes",
      gclid: "click",
      $host: "shop.example",
    })
    expect(event.context).toEqual({
      page: {
        url: "https://shop.example/cakes?utm_source=letter",
        path: "/cakes",
        search: "?utm_source=letter",
        referrer: "https://www.google.com/",
        title: "Cakes",
      },
      campaign: { source: "letter", name: "spring" },
      userAgent: "Mozilla/5.0",
      library: { name: "posthog-js", version: "1.449.2" },
      screen: { width: 1440 },
      sessionId: "session",
    })
  })

  it("that has another name than PostHog's is tracked under it", () => {
    expect(
      one({ event: "Product Viewed", properties: browser({ price: 3 }) })
    ).toMatchObject({
      type: "track",
      name: "Product Viewed",
      properties: { price: 3 },
    })
    expect(
      one({
        event: "$pageleave",
        properties: browser({ $prev_pageview_duration: 6.19 }),
      })
    ).toMatchObject({
      type: "track",
      name: "$pageleave",
      properties: { $prev_pageview_duration: 6.19 },
    })
  })

  it("of another kind becomes that kind", () => {
    expect(
      one({
        event: "$screen",
        properties: browser({ $screen_name: "Cart", items: 2 }),
      })
    ).toMatchObject({ type: "screen", name: "Cart", properties: { items: 2 } })
    expect(
      one({
        event: "$groupidentify",
        distinct_id: "$company_club",
        properties: {
          $group_type: "company",
          $group_key: "club",
          $group_set: { size: 3 },
        },
      })
    ).toMatchObject({
      type: "group",
      properties: { groupId: "club", size: 3, groupType: "company" },
    })
    expect(
      one({
        event: "$set",
        properties: browser({ $set: { a: 1 }, $unset: ["b"] }),
      })
    ).toMatchObject({
      type: "identify",
      anonymous_id: VISITOR,
      properties: { a: 1, b: null },
    })
  })

  it("identifies: who it was before, and what the shop says of her", () => {
    const event = one({
      event: "$identify",
      properties: browser({
        distinct_id: CUSTOMER,
        $anon_distinct_id: VISITOR,
        $is_identified: true,
        $user_id: CUSTOMER,
      }),
      $set: { plan: "gold" },
      $set_once: {
        $initial_referrer: "$direct",
        utm_source: "letter",
        first_order: "today",
        plan: "none",
      },
    })
    expect(event).toMatchObject({
      type: "identify",
      anonymous_id: VISITOR,
      user_id: CUSTOMER,
      claimed_customer_id: CUSTOMER,
    })
    expect(event.properties).toEqual({ plan: "gold", first_order: "today" })
  })

  it("joins two names of one person, whichever way round", () => {
    expect(
      one({
        event: "$create_alias",
        distinct_id: CUSTOMER,
        properties: { distinct_id: CUSTOMER, alias: VISITOR },
      })
    ).toMatchObject({
      type: "alias",
      user_id: CUSTOMER,
      properties: { previousId: VISITOR },
    })
    expect(
      one({
        event: "$create_alias",
        properties: browser({ alias: CUSTOMER }),
      })
    ).toMatchObject({
      type: "alias",
      anonymous_id: VISITOR,
      user_id: CUSTOMER,
      properties: { previousId: VISITOR },
    })
  })

  it.each([
    ["an anonymous browser", browser(), [VISITOR, null]],
    [
      "an identified browser",
      browser({ distinct_id: CUSTOMER, $is_identified: true }),
      [VISITOR, CUSTOMER],
    ],
    [
      "a browser of before it said so",
      {
        distinct_id: "someone@example.com",
        $device_id: VISITOR,
        $user_id: "someone@example.com",
      },
      [VISITOR, "someone@example.com"],
    ],
    // After a reset the device keeps its id and the person is a new one.
    [
      "the next person at a shared computer",
      browser({ distinct_id: "01a1fe35-0000-7000-8000-000000000000" }),
      ["01a1fe35-0000-7000-8000-000000000000", null],
    ],
    ["a server", { distinct_id: CUSTOMER }, [null, CUSTOMER]],
    ["a server, of a browser", { distinct_id: VISITOR }, [VISITOR, null]],
    [
      "a server, of nobody",
      { distinct_id: "till", $process_person_profile: false },
      ["till", null],
    ],
  ])("knows %s", (_, properties, ids) => {
    const { anonymous_id, user_id } = one({ event: "Seen", properties })
    expect([anonymous_id, user_id]).toEqual(ids)
  })

  it("of a visitor who is not to be remembered has no id", () => {
    expect(
      one({
        event: "Seen",
        properties: {
          distinct_id: "$posthog_cookieless",
          $cookieless_mode: true,
        },
      })
    ).toMatchObject({ consent: "denied", anonymous_id: null, user_id: null })
  })
})

describe("when an event of PostHog's clients happened", () => {
  const at = (event: object, query = "") =>
    one({ event: "Seen", properties: browser(), ...event }, query).occurred_at

  it("is counted back from the arrival, as far as the client's clock tells", () => {
    expect(at({})).toEqual(RECEIVED)
    expect(at({ timestamp: "2026-03-01T09:00:00Z" })).toEqual(
      new Date("2026-03-01T09:00:00Z")
    )
    const sent = Date.parse("2026-03-01T08:00:30Z")
    expect(at({ timestamp: "2026-03-01T08:00:00Z" }, `_=${sent}`)).toEqual(
      new Date("2026-03-01T09:59:30Z")
    )
    expect(
      at({ timestamp: "2026-03-01T08:00:00Z" }, `sent_at=${sent}`)
    ).toEqual(new Date("2026-03-01T09:59:30Z"))
    expect(at({ offset: 5_000 }, `_=${sent}`)).toEqual(
      new Date("2026-03-01T09:59:55Z")
    )
    expect(
      at(
        {
          timestamp: "2026-03-01T08:00:00Z",
          properties: browser({ $ignore_sent_at: true }),
        },
        `_=${sent}`
      )
    ).toEqual(new Date("2026-03-01T08:00:00Z"))
  })
})

describe("a request of PostHog's clients", () => {
  const event = { event: "Seen", properties: browser() }

  it("has its key where the version puts it", () => {
    const keyOf = (body: unknown, query = "") =>
      readEnvelope(body, new URLSearchParams(query))?.writeKey
    expect(keyOf({ api_key: "pk_1", batch: [event] })).toBe("pk_1")
    expect(keyOf({ token: "pk_1", batch: [] })).toBe("pk_1")
    expect(keyOf([{}, event])).toBe("pk_1")
    expect(keyOf(event)).toBe("pk_1")
    expect(keyOf({ event: "Seen", api_key: "pk_2" })).toBe("pk_2")
    expect(keyOf(event, "api_key=pk_3")).toBe("pk_3")
    expect(keyOf({ event: "Seen", api_key: 7, token: null })).toBeNull()
    expect(keyOf("pk_1")).toBeUndefined()
  })

  it("is JSON, or base64 of it, bare or in a form", () => {
    const body = JSON.stringify({ note: "Käse + Brot ~ 🍰?", ...event })
    const base64 = Buffer.from(body).toString("base64")
    for (const text of [
      body,
      ` ${body}`,
      base64,
      `data=${encodeURIComponent(base64)}`,
      `data=${base64}&compression=base64`,
      `data=${encodeURIComponent(body)}`,
    ]) {
      expect(decodeBody(Buffer.from(text))).toEqual(JSON.parse(body))
    }
    for (const text of ["", "data=", "data=%%%", "nonsense!", "{", "e30=x"]) {
      expect(() => decodeBody(Buffer.from(text))).toThrow(BodyProblem)
    }
  })

  it("keeps what a shop can use, and counts the rest", () => {
    const { events, dropped } = read([
      event,
      { ...event, event: "$autocapture" },
      { ...event, event: "$feature_flag_called" },
      { event: "Nobody", properties: {} },
      { properties: browser() },
      "not even an object",
    ])
    expect(events).toHaveLength(1)
    expect(Object.fromEntries(dropped)).toEqual({
      not_kept: 2,
      no_id: 1,
      malformed: 2,
    })
    expect(read([])).toMatchObject({ problem: "empty_batch" })
    expect(read("pk_1")).toMatchObject({ problem: "invalid_body" })
    expect(read({ batch: "no list" })).toMatchObject({
      problem: "invalid_body",
    })
  })

  it("accounts for every event, whatever is sent", () => {
    const anything = fc.jsonValue()
    const name = fc.constantFrom(
      "$pageview",
      "$screen",
      "$identify",
      "$set",
      "$groupidentify",
      "$create_alias",
      "$autocapture",
      "Seen"
    )
    const properties = fc.record(
      {
        distinct_id: anything,
        $device_id: anything,
        $is_identified: anything,
        $set: anything,
        $unset: anything,
        $group_set: anything,
        $current_url: anything,
        $lib: anything,
        $session_id: anything,
        utm_source: anything,
        alias: anything,
        title: anything,
        __proto__: anything,
      },
      { requiredKeys: [] }
    )
    const event = fc.oneof(
      anything,
      fc.record(
        {
          event: fc.oneof(name, anything),
          properties: fc.oneof(properties, anything),
          distinct_id: fc.oneof(fc.constant(VISITOR), anything),
          uuid: fc.oneof(fc.uuid(), anything),
          timestamp: anything,
          offset: fc.oneof(fc.double(), anything),
          $set: anything,
          $set_once: anything,
        },
        { requiredKeys: [] }
      )
    )
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1 }),
        fc.oneof(fc.constant("_=1767225600000"), fc.string()),
        (batch, query) => {
          for (const body of [batch, { api_key: "pk_1", batch }]) {
            const { events, dropped, problem } = read(body, query)
            const refused = [...dropped.values()].reduce((a, b) => a + b, 0)
            expect(problem).toBeNull()
            expect(events.length + refused).toBe(batch.length)
            // That is for faults of ours, of which none is known.
            expect(dropped.has("unreadable")).toBe(false)
          }
        }
      ),
      {
        numRuns: 1_000,
        examples: [
          [
            [
              // `String` and `Number` stumble over these.
              { event: "Seen", distinct_id: [[{ toString: "" }]] },
              { event: "Seen", distinct_id: VISITOR, offset: { toString: "" } },
            ],
            "",
          ],
        ],
      }
    )
  })

  it("never breaks the reader, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.string(),
          fc.string().map((text) => `data=${text}`)
        ),
        fc.string(),
        (body, query) => {
          const bytes = Buffer.from(
            typeof body === "string" ? body : JSON.stringify(body)
          )
          try {
            read(decodeBody(bytes), query)
          } catch (error) {
            expect(error).toBeInstanceOf(BodyProblem)
          }
        }
      )
    )
  })
})
