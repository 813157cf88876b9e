import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { GeoDatabase } from "../geo-database"
import { cityRecord, geoFile } from "./geo-file"

describe("GeoDatabase", () => {
  let folder: string
  let path: string
  let warnings: string[]
  let now: number

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "geo-"))
    path = join(folder, "city.mmdb")
    warnings = []
    now = 0
  })
  afterEach(() => rm(folder, { recursive: true }))

  const database = () =>
    new GeoDatabase(
      path,
      { warn: (text: string) => void warnings.push(text) },
      () => now
    )
  const write = (networks: Parameters<typeof geoFile>[0]) =>
    writeFile(path, geoFile(networks))

  it("says where an address is used", async () => {
    await write({
      "203.0.113.0/24": cityRecord("US", "CA", "San Francisco"),
      "198.51.100.0/24": { country: { iso_code: "DE" } },
      "192.0.2.0/24": { traits: { name: "nowhere" } },
    })
    const geo = database()
    expect(geo.locate("203.0.113.7")).toBeNull()
    await geo.ready()
    const place = { country: "US", region: "CA", city: "San Francisco" }
    expect(geo.locate("203.0.113.7")).toEqual(place)
    expect(geo.locate("::ffff:203.0.113.7")).toEqual(place)
    expect(geo.locate("198.51.100.1")).toEqual({
      country: "DE",
      region: null,
      city: null,
    })
    for (const ip of ["192.0.2.1", "10.0.0.1", "::1", "", "unknown"]) {
      expect([ip, geo.locate(ip)]).toEqual([ip, null])
    }
    expect(warnings).toEqual([])
  })

  it("reads a file again that was replaced, at most once a minute", async () => {
    await write({ "203.0.113.0/24": cityRecord("US", "CA", "San Francisco") })
    const geo = database()
    await geo.ready()
    await write({ "203.0.113.0/24": cityRecord("MX", "BCN", "Tijuana") })
    await utimes(path, new Date(), new Date(Date.now() + 5_000))
    await geo.ready()
    expect(geo.locate("203.0.113.7")?.city).toBe("San Francisco")
    now += 60_000
    await geo.ready()
    expect(geo.locate("203.0.113.7")?.city).toBe("Tijuana")
  })

  it("keeps what it had while the new file is half there, and says so once", async () => {
    await write({ "203.0.113.0/24": cityRecord("US", "CA", "San Francisco") })
    const geo = database()
    await geo.ready()
    for (let minute = 1; minute <= 3; minute++) {
      await writeFile(path, "half a file")
      await utimes(path, new Date(), new Date(Date.now() + minute * 5_000))
      now += 60_000
      await geo.ready()
    }
    expect(geo.locate("203.0.113.7")?.city).toBe("San Francisco")
    expect(warnings).toHaveLength(1)
  })

  it("knows no place without its file, and names it", async () => {
    const geo = database()
    await geo.ready()
    expect(geo.locate("203.0.113.7")).toBeNull()
    expect(warnings).toEqual([expect.stringContaining(path)])
  })
})
