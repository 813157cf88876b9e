import fc from "fast-check"

import { seen } from "../../visits/__tests__/events"
import { eventFacts } from "../event-facts"
import { factPath, factText } from "../fact-text"
import { sumDeltas } from "../kinds"

describe("factPath", () => {
  it.each([
    ["/", "/"],
    ["/products/lemon-tart-24-cm/", "/products/lemon-tart-24-cm"],
    ["https://shop.example/us/cart?token=1#top", "/us/cart"],
    [
      "/order/confirmed/order_01K9Z3S5T7V9X1Z3B5D7F9H1K3",
      "/order/confirmed/:id",
    ],
    ["/account/orders/1000482", "/account/orders/:id"],
    ["/r/9f86d081884c7d659a2feaa0c55ad015", "/r/:id"],
    ["/u/3f0d1c9a-1f44-4c6e-9d3a-5b7f6a2c1d0e/edit", "/u/:id/edit"],
    ["/t/Zk3vQ9xLp2mN8rTb7-Yc6w", "/t/:id"],
    ["/unsubscribe/anna@example.com", "/unsubscribe/:id"],
    ["/unsubscribe/anna%40example.com", "/unsubscribe/:id"],
    ["javascript:alert(1)", null],
    ["", null],
  ])("of %p is %p", (address, expected) => {
    expect(factPath(address)).toBe(expected)
  })

  it("bears no query and no more than it should, whatever is sent", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (address) => {
        const path = factPath(address) ?? "/"
        expect(path).toMatch(/^\/[^?#]{0,199}$/)
      })
    )
  })
})

describe("factText", () => {
  it.each([
    ["  Lemon \n tart ", "Lemon tart"],
    ["anna@example.com", "(hidden)"],
    ["call +49 (30) 901820", "(hidden)"],
    ["24 cm x 3", "24 cm x 3"],
    ["   ", null],
    [null, null],
  ])("of %p is %p", (text, expected) => {
    expect(factText(text, 40)).toBe(expected)
  })
})

describe("eventFacts", () => {
  const counted = (event: Parameters<typeof eventFacts>[0]) =>
    eventFacts(event).map(({ kind, value }) => [kind, value])

  it("counts a page, a product and a search beside the event", () => {
    expect(counted(seen(0, { path: "/cakes" }))).toEqual([
      ["event", "page"],
      ["page", "/cakes"],
    ])
    expect(
      counted(
        seen(0, {
          type: "track",
          name: "Product Viewed",
          product_id: "prod_1",
        })
      )
    ).toEqual([
      ["event", "Product Viewed"],
      ["product_viewed", "prod_1"],
    ])
    expect(
      counted(
        seen(0, {
          type: "track",
          name: "Products Searched",
          query: " Lemon  TART",
        })
      )
    ).toEqual([
      ["event", "Products Searched"],
      ["search", "lemon tart"],
    ])
  })

  it.each([
    [
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
      "googlebot",
    ],
    [
      "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0)",
      "bingbot",
    ],
    ["curl/8.0", "curl"],
    [null, "(unknown)"],
  ])("counts the machine %p apart", (user_agent, name) => {
    expect(counted(seen(0, { is_bot: true, user_agent }))).toEqual([
      ["event_bot", name],
    ])
  })

  it("adds up to nothing when all is taken back", () => {
    const facts = eventFacts(seen(0))
    const back = facts.map((fact) => ({ ...fact, events: -fact.events }))
    expect(sumDeltas([...facts, ...back])).toEqual([])
    expect(sumDeltas([...facts, ...facts])[0].events).toBe(2)
  })
})
