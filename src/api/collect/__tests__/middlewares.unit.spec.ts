import type { MiddlewareRoute } from "@medusajs/framework/http"

import type * as CurrentOptions from "../../../lib/current-options"
import type * as Middlewares from "../middlewares"

jest.setTimeout(30_000)

// What serves is not asked here, and loads half of Medusa.
jest.mock("../serve", () => ({
  COLLECT_PREFIX: "/collect",
  serveCollectAtRoot: jest.fn(),
}))

/** The list as Medusa loads it, once the options are there. */
function middlewaresOf(collectAtRoot: boolean): MiddlewareRoute[] {
  jest.resetModules()
  jest
    .requireActual<typeof CurrentOptions>("../../../lib/current-options")
    .setCurrentOptions({ activity: { collectAtRoot } })
  return jest.requireActual<typeof Middlewares>("../middlewares")
    .collectMiddlewares
}

const isBelow = ({ matcher }: MiddlewareRoute) =>
  String(matcher).startsWith("/collect/")

describe("the collector's middlewares", () => {
  it("leave the root to the shop, unless it lends it", () => {
    const without = middlewaresOf(false)
    expect(without.filter((each) => !isBelow(each))).toEqual([])
    const posts = middlewaresOf(true).filter(
      (each) => !isBelow(each) && each.methods?.includes("POST")
    )
    expect(posts.map(({ matcher }) => matcher)).toEqual(
      expect.arrayContaining(["/batch", "/e", "/flags", "/v1/t"])
    )
  })

  it("keep Medusa's parsers off every body", () => {
    const all = middlewaresOf(true)
    const parsed = all.filter(
      ({ methods, bodyParser }) =>
        methods?.includes("POST") && bodyParser !== false
    )
    expect(parsed).toEqual([])
    expect(all.filter(isBelow).map(({ matcher }) => matcher)).toEqual(
      expect.arrayContaining([
        "/collect/v1/:call",
        "/collect/e",
        "/collect/batch",
        "/collect/s",
      ])
    )
  })
})
