import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import type {
  AdminGeocoderResponse,
  AdminOrderPositionResponse,
  CheckGeocoderResponse,
  ExplainDistrictResponse,
  ResolveDistrictResponse,
} from "../../../src/sdk/types"
import { signedInAdmin } from "../../helpers/actors"
import { createDeliveryNetwork } from "../../helpers/delivery-network"
import { type KnownPlace, testDistricts } from "../../helpers/districts"
import {
  type GeocoderServer,
  startGeocoder,
} from "../../helpers/geocoder-server"
import { httpClient, refusal } from "../../helpers/http-client"
import {
  createDriver,
  placeDelivery,
  planDay,
  prepareForRoutes,
  RouteShop,
} from "../../helpers/routes"
import { createTestShop } from "../../helpers/shop"
import { storefront } from "../../helpers/storefront"

jest.setTimeout(120_000)

const GEOCODER = "/admin/delivery/geocoder"
const API_KEY = "AIza-test-key-000000-4242"
const [mission, sunset] = testDistricts().places
const KNOWN = [
  { text: "24th street", lat: mission.lat, lng: mission.lng },
  { text: "irving street", ...sunset, kind: "street" as const },
  { text: "judah street", lat: sunset.lat, lng: sunset.lng },
]

medusaIntegrationTestRunner({
  inApp: true,
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ api: runner, getContainer }) => {
    let shop: RouteShop
    let places: [KnownPlace, KnownPlace]
    let server: GeocoderServer

    beforeAll(async () => {
      const container = getContainer()
      const api = httpClient(runner.defaults.baseURL)
      const admin = await signedInAdmin(container, api)
      const testShop = await createTestShop(container)
      await prepareForRoutes(container, testShop, { lat: 37.79, lng: -122.39 })
      ;({ places } = await createDeliveryNetwork(api, admin, { capacity: 9 }))
      const sdk = storefront(runner.defaults.baseURL, testShop)
      shop = { api, admin, sdk, shop: testShop }
    })

    // Each on a port of its own: nobody waits for another test's turn or rest.
    beforeEach(async () => {
      server = await startGeocoder(KNOWN, API_KEY)
    })
    afterEach(() => server.close())

    const set = async (body: object) => {
      const { data } = await shop.api.post<AdminGeocoderResponse>(
        GEOCODER,
        { base_url: server.url, ...body },
        shop.admin
      )
      return data.geocoder
    }
    const resolve = async (query: Record<string, string>) => {
      const { data } = await shop.api.get<ResolveDistrictResponse>(
        `/store/delivery/districts/resolve?${String(new URLSearchParams(query))}`,
        { headers: shop.shop.headers }
      )
      return data.district?.name ?? null
    }
    const check = async (address_1: string) => {
      const { data } = await shop.api.post<CheckGeocoderResponse>(
        `${GEOCODER}/check`,
        { address_1, city: "San Francisco" },
        shop.admin
      )
      return data
    }
    const inMission = {
      address_1: "3200 24th Street",
      city: "San Francisco",
      postal_code: "94110",
    }

    it("is none by default: postal code and name decide", async () => {
      const { data } = await shop.api.get<AdminGeocoderResponse>(
        GEOCODER,
        shop.admin
      )
      expect(data.geocoder).toBeNull()
      expect(await resolve(inMission)).toBeNull()
      expect(await refusal(check("3200 24th Street"))).toMatchObject({
        status: 404,
      })
    })

    it("asks a Nominatim once for an address, however it is written, and says who asks", async () => {
      await set({ provider: "nominatim", country_code: "US" })
      expect(await resolve(inMission)).toBe(places[0].district)
      expect(
        await resolve({ ...inMission, address_1: "  3200  24TH street " })
      ).toBe(places[0].district)
      expect(server.asked).toHaveLength(1)
      const [{ url, headers }] = server.asked
      expect(Object.fromEntries(url.searchParams)).toEqual({
        q: "3200 24th Street, 94110 San Francisco",
        format: "jsonv2",
        limit: "1",
        countrycodes: "us",
      })
      expect(headers["user-agent"]).toContain("cornerstore")
    })

    it("asks nobody about an address with coordinates, or one that says too little", async () => {
      await set({ provider: "nominatim" })
      const { lat, lng } = places[1]
      expect(
        await resolve({ ...inMission, lat: String(lat), lng: String(lng) })
      ).toBe(places[1].district)
      await resolve({ city: "San Francisco", postal_code: "94110" })
      await resolve({ address_1: "3200 24th Street" })
      expect(server.asked).toEqual([])
    })

    it("asks once for those who ask together", async () => {
      await set({ provider: "nominatim" })
      const answers = await Promise.all(
        [1, 2, 3, 4, 5].map(() => resolve(inMission))
      )
      expect(new Set(answers)).toEqual(new Set([places[0].district]))
      expect(server.asked).toHaveLength(1)
    })

    it("does not take the middle of a street for a house, and remembers that", async () => {
      await set({ provider: "nominatim" })
      const street = { address_1: "9 Irving Street", city: "San Francisco" }
      expect(await resolve(street)).toBeNull()
      expect(await resolve({ ...street, city: places[0].district })).toBe(
        places[0].district
      )
      expect(await resolve(street)).toBeNull()
      expect(server.asked).toHaveLength(2)
    })

    it.each(["silent", "error", "nonsense", "redirect"] as const)(
      "lets postal code and name decide when it is %s, soon and without asking again",
      async (mode) => {
        await set({ provider: "nominatim" })
        server.mode = mode
        const address = { ...inMission, city: places[1].district }
        const started = performance.now()
        expect(await resolve(address)).toBe(places[1].district)
        expect(performance.now() - started).toBeLessThan(3_000)
        expect(await resolve(address)).toBe(places[1].district)
        expect(server.asked).toHaveLength(1)
      }
    )

    it("keeps Google's key to itself, and to the server it was entered for", async () => {
      expect(await refusal(set({ provider: "google" }))).toMatchObject({
        status: 400,
        data: { message: expect.stringContaining("api_key") },
      })
      const saved = await set({ provider: "google", api_key: API_KEY })
      expect(saved).toEqual({
        provider: "google",
        base_url: server.url,
        country_code: null,
        has_key: true,
        key_last_four: "4242",
      })
      expect(
        await set({ provider: "google", country_code: "us" })
      ).toMatchObject({ has_key: true, country_code: "us" })
      const database = getContainer().resolve(
        ContainerRegistrationKeys.PG_CONNECTION
      )
      const rows: unknown[] = await database("delivery_setting").select()
      expect(JSON.stringify(rows)).toContain(server.url)
      expect(JSON.stringify(rows)).not.toContain(API_KEY)
      const audit: unknown[] = await database("audit_entry").select()
      expect(JSON.stringify(audit)).toContain("delivery_geocoder.updated")
      expect(JSON.stringify(audit)).not.toContain("4242")
      expect(
        await refusal(
          set({ provider: "google", base_url: "http://127.0.0.1:9" })
        )
      ).toMatchObject({
        status: 400,
        data: { message: expect.stringContaining("enter the key again") },
      })
      for (const base_url of ["file:///etc/passwd", "http://a:b@x.example"]) {
        expect(
          await refusal(set({ provider: "google", base_url }))
        ).toMatchObject({ status: 400 })
      }
      expect(await set({ provider: null })).toBeNull()
    })

    it("asks Google, and takes from it what is exact", async () => {
      await set({ provider: "google", api_key: API_KEY, country_code: "us" })
      expect(await resolve(inMission)).toBe(places[0].district)
      const [{ url }] = server.asked
      expect(Object.fromEntries(url.searchParams)).toEqual({
        address: "3200 24th Street, 94110 San Francisco",
        components: "country:US",
        key: API_KEY,
      })
      expect(
        await resolve({ address_1: "1 Irving Street", city: "San Francisco" })
      ).toBeNull()
    })

    it("is tried out by the owner, who is told what is wrong", async () => {
      await set({ provider: "google", api_key: "wrong" })
      expect(await check("3200 24th Street")).toMatchObject({
        found: null,
        error: expect.stringContaining("REQUEST_DENIED"),
      })
      await server.close()
      server = await startGeocoder(KNOWN, API_KEY)
      await set({ provider: "google", api_key: API_KEY })
      expect(await check("3200 24th Street")).toMatchObject({
        found: {
          lat: places[0].lat,
          is_exact: true,
          district: { name: places[0].district },
        },
        error: null,
      })
      expect(await check("9 Irving Street")).toMatchObject({
        found: { is_exact: false },
      })
      expect(await check("1 Nowhere Street")).toMatchObject({
        found: null,
        error: null,
      })
    })

    it("sells a slot of the right district for an address without coordinates, and plans its route there", async () => {
      await set({ provider: "nominatim" })
      await createDriver(shop)
      const { order_id, date } = await placeDelivery(shop, {
        address_1: "1200 Judah Street",
        postal_code: "94122",
      })
      // Cart, hold, guard and plan ask the cache.
      expect(server.asked).toHaveLength(1)
      const { data } = await shop.api.get<AdminOrderPositionResponse>(
        `/admin/orders/${order_id}/delivery-position`,
        shop.admin
      )
      expect(data.position).toMatchObject({
        source: "geocoder",
        district: { name: places[1].district },
        booked_district: { name: places[1].district },
      })
      const { routes } = await planDay(shop, date)
      expect(routes[0].stops[0].position).toBe("address")
      const explained = await shop.api.get<ExplainDistrictResponse>(
        "/admin/delivery/districts/resolve?address_1=1200+Judah+Street&city=San+Francisco&postal_code=94122&country_code=us",
        shop.admin
      )
      expect(explained.data).toMatchObject({
        by: "boundary",
        point: { is_geocoded: true },
      })
      expect(server.asked).toHaveLength(1)
    })
  },
})
