import { type PackedShop, preparePackedShop } from "./setup/prepare"
import { launchShop } from "./setup/serve"
import { createShopDatabase, type ShopDatabase } from "./setup/shop-database"

jest.setTimeout(900_000)

describe("a shop whose operator made a mistake", () => {
  let packed: PackedShop
  let database: ShopDatabase

  beforeAll(async () => {
    packed = await preparePackedShop()
    database = await createShopDatabase(packed, "packed-refusals")
  })

  afterAll(async () => {
    await database?.drop()
  })

  const refusedStart = async (env: Record<string, string | undefined>) => {
    const app = await launchShop(packed, { databaseUrl: database.url, env })
    const { code } = await app.ended
    return { code, output: app.output() }
  }

  it("is told which options are wrong, all in one message", async () => {
    const { code, output } = await refusedStart({
      SHOP_OPTIONS: JSON.stringify({
        timeZone: "Mars/Olympus",
        delivery: { holdMinutes: 0 },
        deliverry: {},
      }),
    })
    expect(code).toBe(1)
    // Medusa's log writes line breaks as JSON.
    expect(output.replaceAll("\\n", "\n")).toMatch(
      /medusa-plugin-cornerstore: wrong options in medusa-config\n(  .*\n)*/
    )
    for (const field of [
      "timeZone: must be an IANA zone such as Europe/Berlin",
      "delivery.holdMinutes: ",
      'Unrecognized key: \\"deliverry\\"',
    ]) {
      expect(output).toContain(field)
    }
  })

  it("is told to make an encryption key, and how", async () => {
    const { code, output } = await refusedStart({
      CORNERSTORE_ENCRYPTION_KEYS: undefined,
    })
    expect(code).toBe(1)
    expect(output).toContain(
      "medusa-plugin-cornerstore: no encryption key. Set CORNERSTORE_ENCRYPTION_KEYS to <name>:<32 bytes in base64> (make one with: openssl rand -base64 32)"
    )
  })

  it("is told when a key is no key", async () => {
    const { code, output } = await refusedStart({
      CORNERSTORE_ENCRYPTION_KEYS: "main:c2hvcnQ=",
    })
    expect(code).toBe(1)
    expect(output).toContain(
      "encryption.keys.0.key: must be 32 bytes in base64"
    )
  })
})
