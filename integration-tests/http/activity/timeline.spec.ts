import Medusa from "@medusajs/js-sdk"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Analytics } from "@segment/analytics-node"

import { withCornerstore } from "../../../src/sdk"
import type {
  CustomerTimelineResponse,
  ListActivityEventsResponse,
  TimelineEntry,
} from "../../../src/sdk/types"
import { linkVisitorWorkflow } from "../../../src/workflows/activity/link-visitor"
import {
  Headers,
  PASSWORD,
  registerCustomer,
  signedInAdmin,
} from "../../helpers/actors"
import { HttpClient, httpClient, refusal } from "../../helpers/http-client"
import { createTestShop, TestShop } from "../../helpers/shop"
import {
  cartAt,
  chooseShippingAndPay,
  placeOrder,
  Storefront,
  storefront,
} from "../../helpers/storefront"

jest.setTimeout(120_000)
process.env.MEDUSA_WORKER_MODE = "server"

medusaIntegrationTestRunner({
  testSuite: ({ api: runner, getContainer }) => {
    let api: HttpClient
    let base: string
    let admin: { headers: Headers }
    let shop: TestShop

    beforeAll(async () => {
      base = runner.defaults.baseURL
      api = httpClient(base)
      admin = await signedInAdmin(getContainer(), api)
      shop = await createTestShop(getContainer())
    })

    /** A customer of the storefront, logged in. */
    const customer = async (): Promise<{ id: string; sdk: Storefront }> => {
      const { customer } = await registerCustomer(api, shop.headers)
      const sdk = withCornerstore(
        new Medusa({
          baseUrl: base,
          publishableKey: shop.publishable_key,
          auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
        })
      )
      const { email } = customer
      await sdk.auth.login("customer", "emailpass", {
        email,
        password: PASSWORD,
      })
      return { id: customer.id, sdk }
    }

    /** Sends events of visitors with the unmodified client. */
    const did = async (
      ...events: { anonymousId: string; event: string; minutesAgo: number }[]
    ) => {
      const analytics = new Analytics({
        writeKey: shop.publishable_key,
        host: base,
        path: "/collect/v1/batch",
      })
      for (const { minutesAgo, ...event } of events) {
        const timestamp = new Date(Date.now() - minutesAgo * 60_000)
        analytics.track({ ...event, timestamp })
      }
      await analytics.closeAndFlush()
    }

    const timeline = async (
      customerId: string,
      query = ""
    ): Promise<CustomerTimelineResponse> => {
      // Log-ins have a spec of their own; they come a moment after the answer.
      const kinds = query.includes("kinds=")
        ? ""
        : "&kinds=activity,order,points"
      const { data } = await api.get<CustomerTimelineResponse>(
        `/admin/customers/${customerId}/timeline?${query}${kinds}`,
        admin
      )
      return data
    }
    const names = ({ entries }: CustomerTimelineResponse) =>
      entries.map(({ name }) => name)

    const deliver = async (orderId: string) => {
      const { data } = await api.get<{
        order: { items: { id: string; quantity: number }[] }
      }>(`/admin/orders/${orderId}`, admin)
      const items = data.order.items.map(({ id, quantity }) => ({
        id,
        quantity,
      }))
      const made = await api.post<{
        order: { fulfillments: { id: string }[] }
      }>(
        `/admin/orders/${orderId}/fulfillments?fields=*fulfillments`,
        { items },
        admin
      )
      const [{ id }] = made.data.order.fulfillments
      await api.post(
        `/admin/orders/${orderId}/fulfillments/${id}/mark-as-delivered`,
        {},
        admin
      )
    }

    const order = async (sdk: Storefront) => {
      const cartId = await cartAt(sdk, shop, {})
      await sdk.store.cart.transferCart(cartId)
      await chooseShippingAndPay(sdk, cartId, shop.manual_option_id)
      return placeOrder(sdk, cartId)
    }

    it("tells what a customer did before and after log-in, and her orders", async () => {
      const ada = await customer()
      await did(
        { anonymousId: "ada-laptop", event: "Product Viewed", minutesAgo: 30 },
        // A figure about the view, which is no deed of its own.
        {
          anonymousId: "ada-laptop",
          event: "Product Dwell Recorded",
          minutesAgo: 29,
        },
        { anonymousId: "someone", event: "Products Searched", minutesAgo: 20 }
      )
      expect(names(await timeline(ada.id))).toEqual([])

      await ada.sdk.cornerstore.activity.linkVisitor("ada-laptop")
      await did({
        anonymousId: "ada-laptop",
        event: "Product Added",
        minutesAgo: 10,
      })
      const placed = await order(ada.sdk)
      await deliver(placed.id)

      const story = await timeline(ada.id)
      expect(names(story)).toEqual([
        "order.delivered",
        "order.placed",
        "Product Added",
        "Product Viewed",
      ])
      expect(story.entries[1]).toEqual({
        id: `order.placed:${placed.id}`,
        kind: "order",
        name: "order.placed",
        at: expect.any(String),
        reference: { type: "order", id: placed.id },
        data: {
          display_id: placed.display_id,
          total: 35,
          currency_code: "usd",
        },
      })
      expect(names(await timeline(ada.id, "kinds=order"))).toEqual([
        "order.delivered",
        "order.placed",
      ])
      expect(names(await timeline(ada.id, "kinds=activity"))).toEqual([
        "Product Added",
        "Product Viewed",
      ])

      const seen: TimelineEntry[] = []
      let cursor: string | null = ""
      while (cursor !== null) {
        const page: CustomerTimelineResponse = await timeline(
          ada.id,
          `limit=1${cursor && `&cursor=${cursor}`}`
        )
        expect(page.entries).toHaveLength(1)
        seen.push(...page.entries)
        cursor = page.next_cursor
      }
      expect(seen).toEqual(story.entries)
    })

    it("joins nobody for a guest", async () => {
      const guest = storefront(base, shop)
      const path = "/store/customers/me/visitor"
      const body = { anonymous_id: "ada-laptop" }
      const { status } = await refusal(
        api.post(path, body, { headers: shop.headers })
      )
      expect(status).toBe(401)
      await expect(
        guest.cornerstore.activity.linkVisitor("ada-laptop")
      ).rejects.toMatchObject({ status: 401 })
    })

    it("keeps two customers of one computer apart, also in the list of events", async () => {
      const [ada, bob] = [await customer(), await customer()]
      const now = (event: string) =>
        did({ anonymousId: "library", event, minutesAgo: 0 })
      await now("Before")
      await ada.sdk.cornerstore.activity.linkVisitor("library")
      await now("Hers")
      await bob.sdk.cornerstore.activity.linkVisitor("library")
      await now("His")
      expect(names(await timeline(ada.id))).toEqual(["Hers", "Before"])
      expect(names(await timeline(bob.id))).toEqual(["His"])
      const { data } = await api.get<ListActivityEventsResponse>(
        "/admin/activity/events?anonymous_id=library",
        admin
      )
      expect(
        data.events.map(({ event, customer_id }) => [event, customer_id])
      ).toEqual([
        ["His", bob.id],
        ["Hers", ada.id],
        ["Before", ada.id],
      ])
    })

    it("undoes a link with the workflow that made it", async () => {
      const ada = await customer()
      await did({ anonymousId: "tablet", event: "Seen", minutesAgo: 1 })
      const { transaction } = await linkVisitorWorkflow(getContainer()).run({
        input: { anonymous_id: "tablet", customer_id: ada.id },
      })
      expect(names(await timeline(ada.id))).toEqual(["Seen"])
      await linkVisitorWorkflow(getContainer()).cancel({ transaction })
      expect(names(await timeline(ada.id))).toEqual([])
    })

    it("refuses what it does not know", async () => {
      const ada = await customer()
      const path = `/admin/customers/${ada.id}/timeline`
      for (const query of ["kinds=gossip", "cursor=x", "limit=0", "sort=up"]) {
        const { status } = await refusal(api.get(`${path}?${query}`, admin))
        expect([query, status]).toEqual([query, 400])
      }
      const { status } = await refusal(
        api.get("/admin/customers/cus_none/timeline", admin)
      )
      expect(status).toBe(404)
      for (const body of [{}, { anonymous_id: " " }, { anonymous_id: 1 }]) {
        const link = ada.sdk.client.fetch("/store/customers/me/visitor", {
          method: "POST",
          body,
        })
        await expect(link).rejects.toMatchObject({ status: 400 })
      }
    })
  },
})
