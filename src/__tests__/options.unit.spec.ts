import { setCurrentOptions } from "../lib/current-options"
import { parseOptions } from "../options"

const KEY = Buffer.alloc(32, 7).toString("base64")

describe("parseOptions", () => {
  it("fills in what is left out", () => {
    expect(parseOptions(undefined)).toEqual({
      registerHooks: true,
      timeZone: "UTC",
      backendUrl: "http://localhost:9000",
      activity: {
        poolSize: 5,
        collectAtRoot: false,
        buffer: "direct",
        bufferLength: 100_000,
      },
      geo: {},
      delivery: {
        holdMinutes: 15,
        horizonDays: 21,
        trackingDays: 14,
        driverLinkHours: 12,
      },
    })
  })

  it("names every wrong field and what it should be", () => {
    expect(() =>
      parseOptions({
        timeZone: "Mars/Olympus",
        delivery: { holdMinutes: 0 },
        encryption: { keys: [{ id: "main", key: "short" }] },
        typo: true,
      })
    ).toThrow(
      /timeZone: must be an IANA zone[\s\S]*encryption\.keys\.0\.key: must be 32 bytes[\s\S]*delivery\.holdMinutes[\s\S]*typo/
    )
  })

  it("wants a Redis for a buffer in Redis", () => {
    const activity = { buffer: "redis" as const }
    expect(() => parseOptions({ activity })).toThrow(
      /activity\.buffer: .*REDIS_URL/
    )
    expect(
      parseOptions({ activity, redisUrl: "redis://r" }).activity.buffer
    ).toBe("redis")
  })
})

describe("setCurrentOptions", () => {
  it("asks for an encryption key in production and brings one for development", () => {
    expect(() => setCurrentOptions({}, "production")).toThrow(
      /CORNERSTORE_ENCRYPTION_KEYS/
    )
    expect(
      setCurrentOptions(
        { encryption: { keys: [{ id: "main", key: KEY }] } },
        "production"
      ).encryption.keys[0].id
    ).toBe("main")
    expect(setCurrentOptions({}, "development").encryption.keys).toHaveLength(1)
  })
})
