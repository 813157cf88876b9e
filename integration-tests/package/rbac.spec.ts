import type { AdminBooking, ListBookingsResponse } from "../../src/sdk/types"
import type { Headers } from "../helpers/actors"
import type { AppProcess } from "../helpers/app-process"
import { type HttpClient, refusal } from "../helpers/http-client"
import { storefront } from "../helpers/storefront"

import { bookingOf, orderIntoSlot } from "./setup/delivery-order"
import { inviteUser } from "./setup/invite-user"
import { type PackedShop, preparePackedShop } from "./setup/prepare"
import { runMedusa, serveShop } from "./setup/serve"
import {
  createShopDatabase,
  type ShopDatabase,
  signInOwner,
} from "./setup/shop-database"

jest.setTimeout(900_000)

const BOOKINGS = "/admin/delivery/bookings"
const RBAC = { MEDUSA_FF_RBAC: "true" }

describe("the same shop after its owner switched RBAC on", () => {
  let packed: PackedShop
  let database: ShopDatabase
  let app: AppProcess
  let api: HttpClient
  let owner: { headers: Headers }
  let booking: AdminBooking

  beforeAll(async () => {
    packed = await preparePackedShop()
    database = await createShopDatabase(packed, "packed-rbac")
    const options = { databaseUrl: database.url, env: RBAC }
    await runMedusa(packed, ["db:migrate", "--execute-safe-links"], options)
    app = await serveShop(packed, options)
    api = app.api
    owner = await signInOwner(api)
    const sdk = storefront(app.url, database.shop)
    const { order } = await orderIntoSlot(
      sdk,
      database.shop,
      database.places[0]
    )
    booking = await bookingOf(api, owner, order.id)
  })

  afterAll(async () => {
    await app?.kill()
    await database?.drop()
  })

  const delivered = () => `${BOOKINGS}/${booking.id}/delivered`

  it("keeps a user without a role out", async () => {
    const nobody = await inviteUser(api, owner, [])
    expect((await refusal(api.get(BOOKINGS, nobody))).status).toBe(403)
    const system = await refusal(api.get("/admin/system/health", nobody))
    expect(system.status).toBe(403)
  })

  it("lets a role that may read bookings list them and no more", async () => {
    const { data } = await api.get<{ policies: { id: string; key: string }[] }>(
      "/admin/rbac/policies?key=delivery_booking:read",
      owner
    )
    expect(data.policies.map(({ key }) => key)).toEqual([
      "delivery_booking:read",
    ])
    const made = await api.post<{ role: { id: string } }>(
      "/admin/rbac/roles",
      { name: "Driver", policy_ids: data.policies.map(({ id }) => id) },
      owner
    )
    const driver = await inviteUser(api, owner, [made.data.role.id])

    const list = await api.get<ListBookingsResponse>(BOOKINGS, driver)
    expect(list.data.bookings.map(({ id }) => id)).toEqual([booking.id])
    const refused = await refusal(api.post(delivered(), {}, driver))
    expect(refused.status).toBe(403)
    expect((await bookingOf(api, owner, booking.order_id ?? "")).status).toBe(
      "booked"
    )
  })

  it("lets the super admin deliver", async () => {
    const { data } = await api.post<{ booking: AdminBooking }>(
      delivered(),
      {},
      owner
    )
    expect(data.booking.status).toBe("delivered")
  })
})
