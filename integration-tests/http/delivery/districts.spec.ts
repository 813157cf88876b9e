import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import type {
  AdminDistrict,
  AdminMapSettingsResponse,
  AdminOrderPositionResponse,
  DriverState,
  ExplainDistrictResponse,
  ImportDistrictsResponse,
  ListAuditResponse,
  ListDistrictsResponse,
  ResolveDistrictResponse,
} from "../../../src/sdk/types"
import { signedInAdmin } from "../../helpers/actors"
import { createDeliveryNetwork } from "../../helpers/delivery-network"
import { httpClient, refusal } from "../../helpers/http-client"
import {
  createDriver,
  placeDelivery,
  prepareForRoutes,
  publishedRoute,
  RouteShop,
} from "../../helpers/routes"
import { createTestShop } from "../../helpers/shop"
import { storefront } from "../../helpers/storefront"

jest.setTimeout(120_000)

const DEPOT = { lat: 37.7936, lng: -122.395 }
const DISTRICTS = "/admin/delivery/districts"

type Ring = [number, number][]

const square = (west: number, south: number, size = 1): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const polygon = (...coordinates: Ring[]) => ({
  type: "Polygon" as const,
  coordinates,
})

medusaIntegrationTestRunner({
  inApp: true,
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ api: runner, getContainer }) => {
    let shop: RouteShop

    beforeAll(async () => {
      const container = getContainer()
      const api = httpClient(runner.defaults.baseURL)
      const admin = await signedInAdmin(container, api)
      const testShop = await createTestShop(container)
      await prepareForRoutes(container, testShop, DEPOT)
      const sdk = storefront(runner.defaults.baseURL, testShop)
      shop = { api, admin, sdk, shop: testShop }
    })

    const create = async (body: object): Promise<AdminDistrict> => {
      const { data } = await shop.api.post<{ district: AdminDistrict }>(
        DISTRICTS,
        body,
        shop.admin
      )
      return data.district
    }
    const all = async (): Promise<AdminDistrict[]> => {
      const { data } = await shop.api.get<ListDistrictsResponse>(
        `${DISTRICTS}?limit=200`,
        shop.admin
      )
      return data.districts
    }
    const resolve = async (query: string) => {
      const { data } = await shop.api.get<ResolveDistrictResponse>(
        `/store/delivery/districts/resolve?${query}`,
        { headers: shop.shop.headers }
      )
      return data.district?.name ?? null
    }
    const explain = async (query: string) => {
      const { data } = await shop.api.get<ExplainDistrictResponse>(
        `${DISTRICTS}/resolve?${query}`,
        shop.admin
      )
      return data
    }

    it.each<[string, Ring[], RegExp]>([
      [
        "crosses itself",
        [
          [
            [0, 0],
            [2, 2],
            [2, 0],
            [0, 2],
            [0, 0],
          ],
        ],
        /crosses itself near \[1\.00000, 1\.00000\]/,
      ],
      [
        "is not closed",
        [square(0, 0).slice(0, 4)],
        /last position is not its first/,
      ],
      ["has latitude first", [square(37, -122.5)], /look swapped/],
      [
        "lies over the antimeridian",
        [
          [
            [179, 0],
            [-179, 0],
            [-179, 1],
            [179, 1],
            [179, 0],
          ],
        ],
        /antimeridian/,
      ],
      ["has its hole outside", [square(0, 0), square(5, 5)], /hole outside/],
      [
        "has no area",
        [
          [
            [0, 0],
            [1, 1],
            [2, 2],
            [0, 0],
          ],
        ],
        /without an area/,
      ],
    ])(
      "refuses a boundary that %s, and saves nothing",
      async (_, rings, reason) => {
        const drawn = await create({
          name: "Drawn",
          boundary: polygon(square(0, 0)),
        })
        const body = { boundary: polygon(...rings), priority: 1 }
        for (const request of [
          shop.api.post(DISTRICTS, { name: "New", ...body }, shop.admin),
          shop.api.post(`${DISTRICTS}/${drawn.id}`, body, shop.admin),
        ]) {
          expect(await refusal(request)).toMatchObject({
            status: 400,
            data: { message: expect.stringMatching(reason) },
          })
        }
        expect(await all()).toEqual([
          expect.objectContaining({ ...drawn, updated_at: drawn.updated_at }),
        ])

        const { data } = await shop.api.post<ImportDistrictsResponse>(
          `${DISTRICTS}/import`,
          {
            name_property: "name",
            feature_collection: {
              type: "FeatureCollection",
              features: [
                {
                  type: "Feature",
                  properties: { name: "Drawn", priority: 1 },
                  geometry: body.boundary,
                },
              ],
            },
          },
          shop.admin
        )
        expect(data.districts).toEqual([])
        expect(data.skipped).toEqual([
          { index: 0, name: "Drawn", reason: expect.stringMatching(reason) },
        ])
        expect((await all())[0].priority).toBe(drawn.priority)
      }
    )

    it("refuses a second district of one name, at once and at the same time", async () => {
      await create({ name: "Mission", postal_codes: ["94110"] })
      expect(
        await refusal(
          shop.api.post(
            DISTRICTS,
            { name: " Mission ", postal_codes: ["94103"] },
            shop.admin
          )
        )
      ).toMatchObject({
        status: 400,
        data: { message: expect.stringContaining("Mission") },
      })
      const answers = await Promise.allSettled(
        [1, 2, 3, 4].map(() => create({ name: "Sunset" }))
      )
      expect(
        answers.filter(({ status }) => status === "fulfilled")
      ).toHaveLength(1)
      expect((await all()).map(({ name }) => name)).toEqual([
        "Mission",
        "Sunset",
      ])
      expect(await resolve("postal_code=94103")).toBeNull()
    })

    it("finds no district in a hole or in the sea, and exactly one on a shared edge", async () => {
      await create({
        name: "Around the lake",
        boundary: polygon(square(0, 0, 3), square(1, 1)),
      })
      await create({
        name: "East",
        priority: 5,
        boundary: polygon(square(3, 0, 3)),
      })
      expect(await resolve("lat=1.5&lng=1.5")).toBeNull()
      expect(await resolve("lat=0&lng=-30")).toBeNull()
      expect(await resolve("lat=0.5&lng=0.5")).toBe("Around the lake")
      expect(await resolve("lat=1&lng=1.5")).toBe("Around the lake")
      expect(await resolve("lat=0.5&lng=3")).toBe("East")
      expect(await explain("lat=0.5&lng=3")).toMatchObject({
        district: { name: "East" },
        by: "boundary",
        also: [{ name: "Around the lake" }],
        point: { lat: 0.5, lng: 3, is_geocoded: false },
      })
      expect(await explain("city=east")).toMatchObject({
        by: "name",
        also: [],
        point: null,
      })
      expect(await refusal(resolve("lat=0.5"))).toMatchObject({ status: 400 })
    })

    it("sees a changed district in the very next lookup", async () => {
      const { id } = await create({ name: "North", postal_codes: ["94133"] })
      expect(await resolve("postal_code=94133")).toBe("North")
      await shop.api.post(
        `${DISTRICTS}/${id}`,
        { postal_codes: ["94134"] },
        shop.admin
      )
      expect(await resolve("postal_code=94133")).toBeNull()
      await shop.api.delete(`${DISTRICTS}/${id}`, shop.admin)
      expect(await resolve("postal_code=94134")).toBeNull()
    })

    it("takes back its own export as it was", async () => {
      const made = [
        await create({
          name: "Drawn",
          priority: 7,
          aliases: ["Sur", "Nam"],
          postal_codes: ["941*", "94110-94115", "10115"],
          boundary: polygon(square(0, 0, 3), square(1, 1)),
        }),
        await create({
          name: "Islands",
          is_active: false,
          boundary: {
            type: "MultiPolygon",
            coordinates: [[square(10, 10)], [square(20, 20)]],
          },
        }),
        await create({ name: "By code", postal_codes: ["20095"] }),
      ]
      const { data: file } = await shop.api.get<object>(
        `${DISTRICTS}/export`,
        shop.admin
      )
      await shop.api.post(
        `${DISTRICTS}/${made[0].id}`,
        { priority: 50, aliases: [], postal_codes: [], boundary: null },
        shop.admin
      )
      await shop.api.delete(`${DISTRICTS}/${made[1].id}`, shop.admin)
      const { data } = await shop.api.post<ImportDistrictsResponse>(
        `${DISTRICTS}/import`,
        {
          feature_collection:
            typeof file === "string" ? JSON.parse(file) : file,
          name_property: "name",
        },
        shop.admin
      )
      expect(data.skipped).toEqual([])
      const facts = ({
        name,
        priority,
        is_active,
        aliases,
        postal_codes,
        boundary,
      }: AdminDistrict) => ({
        name,
        priority,
        is_active,
        aliases,
        postal_codes,
        boundary,
      })
      const byName = (a: AdminDistrict, b: AdminDistrict) =>
        a.name.localeCompare(b.name)
      expect((await all()).sort(byName).map(facts)).toEqual(
        made.sort(byName).map(facts)
      )
    })

    it("keeps what lies behind the districts, over https only, and knows where the shop is", async () => {
      const path = "/admin/delivery/map-settings"
      const { data } = await shop.api.get<AdminMapSettingsResponse>(
        path,
        shop.admin
      )
      expect(data.map).toEqual({ style_url: null, tiles: null, center: DEPOT })
      const tiles = {
        url: "https://tiles.example/{z}/{x}/{y}.png",
        attribution: "Example",
      }
      const saved = await shop.api.post<AdminMapSettingsResponse>(
        path,
        { style_url: null, tiles },
        shop.admin
      )
      expect(saved.data.map.tiles).toEqual(tiles)
      for (const body of [
        { style_url: "http://tiles.example/style.json", tiles: null },
        {
          style_url: null,
          tiles: { ...tiles, url: "https://a.example/1.png" },
        },
        { style_url: "javascript:alert(1)", tiles: null },
        { tiles: null },
      ]) {
        expect(
          await refusal(shop.api.post(path, body, shop.admin))
        ).toMatchObject({ status: 400 })
      }
    })

    it("puts a pin on an order: address, the driver's stop, the log, nothing else", async () => {
      const { places } = await createDeliveryNetwork(shop.api, shop.admin, {
        capacity: 5,
      })
      const { order_id, date } = await placeDelivery(shop, places[0])
      await createDriver(shop)
      const { link } = await publishedRoute(shop, date)
      const path = `/admin/orders/${order_id}/delivery-position`
      const before = await shop.api.get<AdminOrderPositionResponse>(
        path,
        shop.admin
      )
      expect(before.data.position).toMatchObject({
        source: "address",
        district: { name: places[0].district },
        booked_district: { name: places[0].district },
      })

      const { lat, lng } = places[1]
      const { data } = await shop.api.post<AdminOrderPositionResponse>(
        path,
        { lat, lng },
        shop.admin
      )
      expect(data.position).toMatchObject({
        point: { lat, lng },
        source: "address",
        address: before.data.position.address,
        district: { name: places[1].district },
        booked_district: { name: places[0].district },
      })
      const driver = await shop.api.get<DriverState>(`${link}/state`)
      const [{ visit }] = driver.data.stops
      expect(visit?.position).toBe("address")
      expect(visit?.point?.lat).toBeCloseTo(lat, 3)
      const audit = await shop.api.get<ListAuditResponse>(
        `/admin/audit-entries?resource_id=${order_id}&action=delivery.position_set`,
        shop.admin
      )
      expect(audit.data.entries).toHaveLength(1)
      expect(JSON.stringify(audit.data.entries)).not.toContain(String(lat))

      expect(
        await refusal(shop.api.post(path, { lat: 91, lng: 0 }, shop.admin))
      ).toMatchObject({ status: 400 })
      expect(
        await refusal(
          shop.api.post(
            "/admin/orders/order_none/delivery-position",
            { lat, lng },
            shop.admin
          )
        )
      ).toMatchObject({ status: 404 })
    })
  },
})
