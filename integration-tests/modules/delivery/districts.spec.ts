import { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { DELIVERY_MODULE } from "../../../src/modules/delivery"
import DeliveryModuleService from "../../../src/modules/delivery/service"
import { waitFor } from "../../helpers/wait-for"

jest.setTimeout(120_000)

const NOW = new Date("2026-05-01T10:00:00Z")
const LATER = new Date("2026-06-01T10:00:00Z")

moduleIntegrationTestRunner<DeliveryModuleService>({
  moduleName: DELIVERY_MODULE,
  resolve: "./src/modules/delivery",
  testSuite: ({ service, MikroOrmWrapper }) => {
    const sql = () =>
      MikroOrmWrapper.forkManager() as unknown as SqlEntityManager
    const resolve = () => service.resolveDistrict({ postal_code: "94133" })

    beforeEach(() => service.forgetDistricts())

    it("sees what this process changed in the next lookup", async () => {
      const district = await service.createDeliveryDistricts({
        name: "North",
        postal_codes: ["94133"],
        boundary: null,
      })
      expect((await resolve())?.id).toBe(district.id)
      const update = async (postal_codes: string[]) => {
        await service.updateDeliveryDistricts({ id: district.id, postal_codes })
        service.forgetDistricts()
      }
      await update(["94134"])
      expect(await resolve()).toBeNull()
      await update(["94133"])
      expect((await resolve())?.id).toBe(district.id)
      await service.softDeleteDeliveryDistricts([district.id])
      service.forgetDistricts()
      expect(await resolve()).toBeNull()
    })

    it("sees what another process changed within a second, though its clock stood still", async () => {
      const district = await service.createDeliveryDistricts({
        name: "North",
        postal_codes: ["94133"],
        boundary: null,
      })
      expect((await resolve())?.id).toBe(district.id)
      const changed = performance.now()
      // As another process does it: nothing here hears of it, `updated_at` is equal.
      await sql().execute(
        "update delivery_district set postal_codes = '{94134}' where id = ?",
        [district.id]
      )
      await waitFor(
        "the change",
        async () => ((await resolve()) ? null : true),
        5_000
      )
      expect(performance.now() - changed).toBeLessThan(2_000)
    })

    it("asks the database for nothing while what it knows is younger than a second", async () => {
      await service.createDeliveryDistricts({
        name: "North",
        postal_codes: ["94133"],
        boundary: null,
      })
      await resolve()
      const before = await resolve()
      await sql().execute("delete from delivery_district")
      expect((await resolve())?.id).toBe(before?.id)
    })

    it("keeps one setting by name, and none when it is taken away", async () => {
      const map = { style_url: "https://tiles.example/style.json", tiles: null }
      expect(await service.retrieveSetting("map")).toBeNull()
      await service.saveSetting("map", { style_url: "https://a.example" }, NOW)
      await service.saveSetting("map", map, LATER)
      expect(await service.retrieveSetting("map")).toEqual(map)
      expect(await service.retrieveSetting("geocoder")).toBeNull()
      await service.saveSetting("map", null, LATER)
      expect(await service.retrieveSetting("map")).toBeNull()
    })

    it("sees a changed geocoder at once", async () => {
      expect(await service.currentGeocoder()).toBeNull()
      await service.saveSetting("geocoder", { provider: "nominatim" }, NOW)
      expect(await service.currentGeocoder()).toEqual({ provider: "nominatim" })
    })

    it("keeps the last answer of a geocoder until its time is over", async () => {
      const point = { lat: 37.7599, lng: -122.4148 }
      await service.saveGeocode(
        { key: "a", point: null, expires_at: LATER },
        NOW
      )
      await service.saveGeocode({ key: "a", point, expires_at: LATER }, NOW)
      await service.saveGeocode({ key: "b", point: null, expires_at: NOW }, NOW)
      const kept = await service.saveGeocode(
        { key: "a", point, expires_at: LATER },
        NOW
      )
      const found = await service.findGeocodes(["a", "b", "c"], NOW)
      expect(found.get("a")).toEqual(kept)
      expect([...found.keys()]).toEqual(["a"])
      expect(found.get("a")?.point?.lat).toBeCloseTo(point.lat, 4)
      expect(await service.purgeGeocodes(NOW, 10)).toBe(1)
      expect(await service.purgeGeocodes(LATER, 10)).toBe(1)
      expect(await service.findGeocodes(["a"], NOW)).toEqual(new Map())
    })
  },
})
