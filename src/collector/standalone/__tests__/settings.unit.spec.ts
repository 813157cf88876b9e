import { readSettings, WrongSettings } from "../settings"

const DATABASE = "postgres://shop:secret@db.example/activity"

describe("readSettings", () => {
  it("needs a database and fills in the rest", () => {
    expect(readSettings({ DATABASE_URL: DATABASE, HOST: " " })).toEqual({
      databaseUrl: DATABASE,
      poolSize: 5,
      processes: 1,
      port: 9001,
      host: undefined,
      publicUrl: null,
      trustedProxies: 0,
      timeZone: "UTC",
      geoDatabasePath: undefined,
      countryHeader: undefined,
      buffer: null,
    })
    expect(() => readSettings({})).toThrow(/ACTIVITY_DATABASE_URL: is not set/)
  })

  it("prefers the store's own database, and takes a slash off the address", () => {
    const settings = readSettings({
      DATABASE_URL: DATABASE,
      ACTIVITY_DATABASE_URL: "postgresql://own/activity",
      COLLECTOR_URL: "https://events.example/in/",
    })
    expect(settings.databaseUrl).toBe("postgresql://own/activity")
    expect(settings.publicUrl).toBe("https://events.example/in")
  })

  it("names every variable that is wrong, and never a secret in it", () => {
    const wrong = () =>
      readSettings({
        DATABASE_URL: "mysql://root:hunter2@db",
        PORT: "70000",
        COLLECTOR_TRUST_PROXY: "-1",
        CORNERSTORE_TIME_ZONE: "Mars/Olympus",
        COLLECTOR_URL: "events.example",
      })
    expect(wrong).toThrow(WrongSettings)
    expect(wrong).toThrow(
      /^DATABASE_URL: must begin with postgres:\/\/ or postgresql:\/\/\nPORT: must be between 0 and 65535\nCOLLECTOR_URL: must begin with http:\/\/ or https:\/\/\nCOLLECTOR_TRUST_PROXY: must be a whole number\nCORNERSTORE_TIME_ZONE: must be an IANA zone such as Europe\/Berlin$/
    )
  })

  it("wants a Redis for a buffer in Redis", () => {
    const environment = { DATABASE_URL: DATABASE, ACTIVITY_BUFFER: "redis" }
    expect(() => readSettings(environment)).toThrow(/REDIS_URL: is not set/)
    expect(
      readSettings({ ...environment, REDIS_URL: "redis://r:6379/2" }).buffer
    ).toEqual({ redisUrl: "redis://r:6379/2", maxLength: 100_000 })
  })
})
