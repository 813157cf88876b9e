import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type {
  AdminPosConnection,
  CheckPosConnectionResponse,
  ListAuditResponse,
  ListPosAdaptersResponse,
  ListPosConnectionsResponse,
  PosConnectionResponse,
  SyncPosConnectionResponse,
} from "../../../src/sdk/types"
import { posService } from "../../../src/workflows/pos/module"
import { syncPosCatalogues } from "../../../src/workflows/pos/sync-catalogues"
import { Headers, signedInAdmin } from "../../helpers/actors"
import { HttpClient, httpClient, refusal } from "../../helpers/http-client"
import { createTestShop } from "../../helpers/shop"
import { Dutchie, DUTCHIE_KEY } from "./dutchie"
import {
  addDispensary,
  connectDutchie,
  drain,
  feed,
  FLOWER,
  GUMMIES,
  ownDutchie,
  PosShop,
  stockDutchie,
} from "./setup"

jest.setTimeout(120_000)
// No jobs: what is seen here was asked for.
process.env.MEDUSA_WORKER_MODE = "server"

const PATH = "/admin/pos/connections"

medusaIntegrationTestRunner({
  testSuite: ({ api: runner, getContainer }) => {
    let api: HttpClient
    let admin: { headers: Headers }
    let shop: PosShop
    let dutchie: Dutchie

    beforeAll(async () => {
      dutchie = await ownDutchie()
      await stockDutchie(dutchie)
      api = httpClient(runner.defaults.baseURL)
      admin = await signedInAdmin(getContainer(), api)
      shop = await addDispensary(
        getContainer(),
        await createTestShop(getContainer())
      )
    })
    afterAll(() => dutchie.stop())

    const connect = (over = {}) =>
      connectDutchie(api, admin, shop, dutchie, over)
    const post = async <T>(path: string, body = {}): Promise<T> =>
      (await api.post<T>(`${PATH}${path}`, body, admin)).data
    const retrieve = async (id: string): Promise<AdminPosConnection> =>
      (await api.get<PosConnectionResponse>(`${PATH}/${id}`, admin)).data
        .connection

    it("tells what can be connected and what it can do", async () => {
      const { data } = await api.get<ListPosAdaptersResponse>(
        "/admin/pos/adapters",
        admin
      )
      expect(data.adapters).toMatchObject([
        {
          id: "dutchie",
          capabilities: { order_mode: "push", webhooks: "none", cancel: true },
          credential_fields: [
            { name: "api_key", required: true },
            { name: "integrator_key", required: false },
          ],
        },
      ])
      expect(data.adapters[0]).not.toHaveProperty("open")
    })

    it("stores a key as ciphertext and shows its last four characters only", async () => {
      const connection = await connect({ sync: false })
      expect(connection).toMatchObject({
        name: "Market Street",
        credentials_last_four: { api_key: "x7Qp" },
        health: "unchecked",
        settings: { poll_seconds: 60, unmapped_lines: "skip" },
      })
      const { data: list } = await api.get<ListPosConnectionsResponse>(
        `${PATH}?q=market`,
        admin
      )
      expect(list.count).toBeGreaterThan(0)
      for (const answer of [connection, list, await retrieve(connection.id)]) {
        expect(JSON.stringify(answer)).not.toContain(DUTCHIE_KEY)
      }
      const { rows } = await getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw("select * from pos_connection where id = ?", [connection.id])
      expect(rows[0].credentials).toMatch(/^v1\.development\./)
      expect(JSON.stringify(rows)).not.toContain(DUTCHIE_KEY)

      const { data: audit } = await api.get<ListAuditResponse>(
        `/admin/audit-entries?action=pos_connection.created&resource_id=${connection.id}`,
        admin
      )
      expect(audit.entries).toHaveLength(1)
    })

    it.each([
      [{ adapter: "abacus" }, "There is no POS adapter abacus"],
      [{ credentials: {} }, "credentials.api_key"],
      [{ credentials: { api_key: "k", pin: "1" } }, "credentials.pin"],
      [{ settings: { poll_seconds: 1 } }, "settings.poll_seconds"],
      [{ settings: { status_map: { Bagged: "eaten" } } }, "status_map.Bagged"],
      [{ base_url: "ftp://dutchie" }, "base_url"],
      [{ base_url: "https://user:pass@dutchie.example" }, "base_url"],
      [{ sales_channel_id: "sc_none" }, "sales_channel_id"],
      [{ stock_location_id: "sloc_none" }, "stock_location_id"],
      [{ name: "" }, "name"],
    ])("refuses %j and names what is wrong", async (wrong, message) => {
      const { status, data } = await refusal(
        api.post(
          PATH,
          {
            adapter: "dutchie",
            name: "Wrong",
            base_url: dutchie.url,
            credentials: { api_key: "k" },
            sales_channel_id: shop.sales_channel_id,
            ...wrong,
          },
          admin
        )
      )
      expect(status).toBe(400)
      expect(data.message).toContain(message)
    })

    it("calls the vendor to check, stops at a wrong key, and tells the owner once per key", async () => {
      const { id } = await connect({ sync: false })
      const check = () => post<CheckPosConnectionResponse>(`/${id}/check`)
      expect(await check()).toMatchObject({
        ok: true,
        identity: { location_name: "Market Street", state: "CA" },
        message: null,
        connection: { health: "healthy" },
      })

      const wrong = { credentials: { api_key: "wrong-key-12345" } }
      expect(
        (await post<PosConnectionResponse>(`/${id}`, wrong)).connection
      ).toMatchObject({
        health: "unchecked",
        credentials_last_four: { api_key: "2345" },
      })
      for (const _ of [1, 2]) {
        expect(await check()).toMatchObject({
          ok: false,
          message: expect.stringContaining("does not accept the API key"),
          connection: { health: "attention" },
        })
      }
      await drain(getContainer())
      expect(
        (await feed(api, admin)).filter((title) =>
          title.includes("POS connection Market Street needs you")
        )
      ).toHaveLength(1)

      const calls = (await dutchie.requests()).length
      const { status, data } = await refusal(
        api.post(`${PATH}/${id}/sync`, {}, admin)
      )
      expect([status, data.message]).toEqual([
        400,
        expect.stringContaining("waits for a person"),
      ])
      expect(await dutchie.requests()).toHaveLength(calls)

      await post(`/${id}`, { credentials: { api_key: DUTCHIE_KEY } })
      expect(await check()).toMatchObject({
        ok: true,
        connection: { health: "healthy", last_error: null },
      })
    })

    it("sends a stored key to no other address than it was entered for", async () => {
      const { id, base_url } = await connect({ sync: false })
      const elsewhere = { base_url: "http://127.0.0.1:1/" }
      const { status, data } = await refusal(
        api.post(`${PATH}/${id}`, elsewhere, admin)
      )
      expect([status, data.message]).toEqual([
        400,
        expect.stringContaining("enter the key again"),
      ])
      expect((await retrieve(id)).base_url).toBe(base_url)
      await post(`/${id}`, { base_url: `${base_url}/` })
      await post(`/${id}`, { ...elsewhere, credentials: { api_key: "other" } })
      expect((await retrieve(id)).base_url).toBe(elsewhere.base_url)
    })

    it("reads the catalogue and finds the shop's variants by SKU", async () => {
      const { id } = await connect({ sync: false })
      expect(
        await post<SyncPosConnectionResponse>(`/${id}/sync`)
      ).toMatchObject({
        result: { products: 2, mapped: 2, ambiguous: 0, kept: false },
        connection: {
          catalogue: { products: 2, mapped: 2 },
          catalogue_synced_at: expect.any(String),
        },
      })
      const products = await posService(getContainer()).listPosProducts({
        connection_id: id,
      })
      expect(
        products.map(({ sku, variant_id }) => [sku, variant_id]).sort()
      ).toEqual(
        [
          [FLOWER, shop.flower_id],
          [GUMMIES, shop.gummies_id],
        ].sort()
      )
    })

    it("keeps the catalogue when the vendor answers an empty one, and tells the owner", async () => {
      const { id } = await connect()
      await dutchie.fault({
        match: { path: "/products" },
        action: { kind: "empty_array" },
      })
      expect(
        await post<SyncPosConnectionResponse>(`/${id}/sync`)
      ).toMatchObject({ result: { products: 2, mapped: 2, kept: true } })
      await drain(getContainer())
      expect(await feed(api, admin)).toContain(
        "Market Street answered a catalogue of 0 products instead of 2"
      )
    })

    it("reads catalogues by turns, and less often while they fail", async () => {
      const { id } = await connect({ settings: { sync_minutes: 5 } })
      const reads = async () => (await dutchie.requests("/products")).length
      const at = (minutes: number) => new Date(Date.now() + minutes * 60_000)
      const tick = async (minutes: number) => {
        const before = await reads()
        await Promise.all([
          syncPosCatalogues(getContainer(), at(minutes)),
          syncPosCatalogues(getContainer(), at(minutes)),
        ])
        return (await reads()) - before
      }
      // The other tests' connections are of no interest here.
      const others = await posService(getContainer()).listPosConnections({
        id: { $ne: id },
      })
      await posService(getContainer()).updatePosConnections(
        others.map((each) => ({ id: each.id, is_paused: true }))
      )
      expect(await tick(0)).toBe(1)
      expect(await tick(2)).toBe(0)
      await dutchie.fault({
        match: { path: "/products" },
        action: { kind: "status", status: 503 },
      })
      expect(await tick(6)).toBe(1)
      expect(await retrieve(id)).toMatchObject({
        health: "degraded",
        last_error: "Dutchie is not available (503).",
      })
      expect(await tick(12)).toBe(0)
      expect(await tick(17)).toBe(1)
      expect(await retrieve(id)).toMatchObject({ health: "healthy" })
    })

    it("is deleted when nothing of it is open", async () => {
      const { id } = await connect({ sync: false })
      await api.delete(`${PATH}/${id}`, admin)
      expect((await refusal(api.get(`${PATH}/${id}`, admin))).status).toBe(404)
    })

    it("is nobody's business without a session", async () => {
      expect((await refusal(api.get(PATH))).status).toBe(401)
    })
  },
})
