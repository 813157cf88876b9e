import { encryptionFromEnvironment, withCornerstore } from "../config"

type Entry = {
  key?: string
  resolve?: string
  options?: Record<string, unknown>
}
const modulesOf = (config: ReturnType<typeof withCornerstore>) =>
  config.modules as Entry[]
const resolved = (config: ReturnType<typeof withCornerstore>) =>
  modulesOf(config).map(({ resolve }) => resolve)
const providers = (
  config: ReturnType<typeof withCornerstore>,
  module = "fulfillment"
) =>
  modulesOf(config).find(({ resolve }) => resolve?.endsWith(`/${module}`))
    ?.options?.providers

describe("withCornerstore", () => {
  const environment = process.env
  beforeEach(() => {
    process.env = { NODE_ENV: "test" }
  })
  afterEach(() => {
    process.env = environment
  })

  it("adds the plugin and keeps Medusa's default delivery provider", () => {
    const config = withCornerstore({ plugins: ["other"] }, { timeZone: "UTC" })
    expect(config.plugins).toEqual([
      "other",
      {
        resolve: "medusa-plugin-cornerstore",
        options: { timeZone: "UTC" },
      },
    ])
    expect(providers(config)).toEqual([
      { resolve: "@medusajs/medusa/fulfillment-manual", id: "manual" },
      {
        resolve: "medusa-plugin-cornerstore/providers/district-delivery",
        id: "district-delivery",
      },
    ])
    // Medusa adds its system payment provider to any list.
    expect(providers(config, "payment")).toEqual([
      {
        resolve: "medusa-plugin-cornerstore/providers/cash-on-delivery",
        id: "cash-on-delivery",
      },
    ])
  })

  it("stands beside the shop's own providers, however the shop lists its modules", () => {
    const own = { resolve: "./src/providers/bike", id: "bike" }
    const options = { providers: [own] }
    for (const config of [
      withCornerstore({
        modules: [
          { resolve: "@medusajs/medusa/fulfillment", options },
          { resolve: "@medusajs/medusa/payment", options },
        ],
      }),
      withCornerstore({
        modules: {
          fulfillment: { resolve: "@medusajs/medusa/fulfillment", options },
          payment: { resolve: "@medusajs/medusa/payment", options },
        },
      }),
    ]) {
      expect(modulesOf(config)).toHaveLength(2)
      expect(providers(config)).toEqual([
        own,
        expect.objectContaining({ id: "district-delivery" }),
      ])
      expect(providers(config, "payment")).toEqual([
        own,
        expect.objectContaining({ id: "cash-on-delivery" }),
      ])
    }
  })

  it("lists its modules by source in its own repository, instead of the plugin", () => {
    const config = withCornerstore({}, {}, { source: "./src" })
    expect(config.plugins).toBeUndefined()
    expect(resolved(config)).toEqual(
      expect.arrayContaining([
        "./src/modules/runtime",
        "./src/modules/audit",
        "./src/modules/delivery",
        "./src/modules/loyalty_points",
      ])
    )
  })

  it("brings Medusa's Redis modules where there is a Redis, and keeps the shop's own", () => {
    expect(resolved(withCornerstore())).not.toEqual(
      expect.arrayContaining([expect.stringContaining("redis")])
    )
    process.env.REDIS_URL = "redis://cache:6379"
    const config = withCornerstore({
      modules: [{ resolve: "@medusajs/medusa/event-bus-local" }],
    })
    expect(config.projectConfig?.redisUrl).toBe("redis://cache:6379")
    expect(resolved(config)).toEqual(
      expect.arrayContaining([
        "@medusajs/medusa/event-bus-local",
        "@medusajs/medusa/workflow-engine-redis",
        "@medusajs/medusa/cache-redis",
        "@medusajs/medusa/locking",
      ])
    )
    expect(resolved(config)).not.toContain("@medusajs/medusa/event-bus-redis")
  })

  it("lets a browser keep the session cookie over plain http, and asks for https where it is served", () => {
    const secureOf = (config: ReturnType<typeof withCornerstore>) =>
      config.projectConfig?.cookieOptions?.secure
    expect(secureOf(withCornerstore())).toBe(false)
    expect(
      secureOf(withCornerstore({}, { backendUrl: "https://shop.example" }))
    ).toBe(true)
    process.env.MEDUSA_BACKEND_URL = "https://shop.example"
    expect(secureOf(withCornerstore())).toBe(true)
  })

  it("learns from the environment where visitors are, unless the options say so", () => {
    process.env.CORNERSTORE_COUNTRY_HEADER = "cf-ipcountry"
    process.env.CORNERSTORE_GEO_DATABASE = "/data/places.mmdb"
    const { plugins } = withCornerstore(
      {},
      { geo: { databasePath: "/own/places.mmdb" } }
    )
    expect(plugins).toMatchObject([
      {
        options: {
          geo: {
            countryHeader: "cf-ipcountry",
            databasePath: "/own/places.mmdb",
          },
        },
      },
    ])
  })

  it("reads encryption keys from the environment, the first of which encrypts", () => {
    expect(
      encryptionFromEnvironment({
        CORNERSTORE_ENCRYPTION_KEYS: "new:YWJj=, old:ZGVm",
      })
    ).toEqual({
      keys: [
        { id: "new", key: "YWJj=" },
        { id: "old", key: "ZGVm" },
      ],
    })
    expect(encryptionFromEnvironment({})).toBeUndefined()
  })
})
