import activityModule from "../../../src/modules/activity"
import ActivityModuleService from "../../../src/modules/activity/service"
import { databaseUrl, event, prepareStore, withClient } from "./setup"

jest.setTimeout(60_000)

const SHOP = "cornerstore-activity-shop"
const OWN = "cornerstore-activity-own"

const count = (dbName: string) =>
  withClient(dbName, async (client) => {
    const { rows } = await client.query(
      "select count(*)::int as count from activity.event"
    )
    return rows[0].count
  })

describe("the store's database", () => {
  const services: ActivityModuleService[] = []
  const serviceAt = (options: Record<string, unknown>) => {
    const service = new ActivityModuleService({}, options)
    services.push(service)
    return service
  }

  beforeEach(async () => {
    await prepareStore(SHOP)()
    await prepareStore(OWN)()
  })
  afterEach(async () => {
    for (const service of services.splice(0)) {
      await service.__hooks.onApplicationShutdown()
    }
  })

  it("is the shop's, unless an option names another", async () => {
    const database = { clientUrl: databaseUrl(SHOP) }
    await serviceAt({ database }).storeEvents([event({ message_id: "a" })])
    expect([await count(SHOP), await count(OWN)]).toEqual([1, 0])

    const options = { database, activity: { databaseUrl: databaseUrl(OWN) } }
    await withClient(OWN, (client) =>
      client.query("drop schema activity cascade")
    )
    await activityModule.runMigrations({ options })
    await serviceAt(options).storeEvents([event({ message_id: "a" })])
    expect([await count(SHOP), await count(OWN)]).toEqual([1, 1])
  })

  it("is not the one in the environment, which is a developer's", async () => {
    process.env.ACTIVITY_DATABASE_URL = databaseUrl(OWN)
    try {
      const config = { projectConfig: { databaseUrl: databaseUrl(SHOP) } }
      const service = new ActivityModuleService({ configModule: config })
      services.push(service)
      await service.storeEvents([event({ message_id: "a" })])
    } finally {
      delete process.env.ACTIVITY_DATABASE_URL
    }
    expect([await count(SHOP), await count(OWN)]).toEqual([1, 0])
  })

  it("that is away is noticed when it is used, and found when it is back", async () => {
    const service = serviceAt({ activity: { databaseUrl: databaseUrl(OWN) } })
    const store = () => service.storeEvents([event({ message_id: "a" })])
    await withClient("postgres", async (client) => {
      await client.query(`alter database "${OWN}" allow_connections false`)
      try {
        await expect(store()).rejects.toThrow(/not currently accepting/)
        await expect(service.ping()).rejects.toThrow(/not currently accepting/)
      } finally {
        await client.query(`alter database "${OWN}" allow_connections true`)
      }
    })
    expect(await store()).toMatchObject({ stored: 1 })
  })
})
