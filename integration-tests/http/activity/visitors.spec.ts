import { randomUUID } from "node:crypto"

import Medusa from "@medusajs/js-sdk"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Analytics } from "@segment/analytics-node"

import { withCornerstore } from "../../../src/sdk"
import type {
  CustomerTimelineResponse,
  ListActivityEventsResponse,
} from "../../../src/sdk/types"
import { joinOrderVisitors } from "../../../src/workflows/activity/reconcilers/join-order-visitors"
import { joinVisitors } from "../../../src/workflows/activity/reconcilers/join-visitors"
import { activityService } from "../../../src/workflows/activity/module"
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
import { waitFor } from "../../helpers/wait-for"

jest.setTimeout(120_000)
// Jobs do not run by themselves: each is called where it is meant.
process.env.MEDUSA_WORKER_MODE = "server"

medusaIntegrationTestRunner({
  testSuite: ({ api: runner, getContainer, dbConnection }) => {
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

    const customer = async () => {
      const { customer } = await registerCustomer(api, shop.headers)
      return { id: customer.id, email: customer.email ?? "" }
    }
    const sdkOf = async (email: string): Promise<Storefront> => {
      const sdk = withCornerstore(
        new Medusa({
          baseUrl: base,
          publishableKey: shop.publishable_key,
          auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
        })
      )
      await sdk.auth.login("customer", "emailpass", {
        email,
        password: PASSWORD,
      })
      return sdk
    }

    /** Sends with the unmodified client; answered means stored. */
    const send = async (say: (analytics: Analytics) => void) => {
      const analytics = new Analytics({
        writeKey: shop.publishable_key,
        host: base,
        path: "/collect/v1/batch",
      })
      say(analytics)
      await analytics.closeAndFlush()
    }
    const did = (event: string, anonymousId: string, userId?: string) =>
      send((analytics) => analytics.track({ event, anonymousId, userId }))

    const story = async (id: string): Promise<string[]> => {
      const { data } = await api.get<CustomerTimelineResponse>(
        `/admin/customers/${id}/timeline?kinds=activity`,
        admin
      )
      return data.entries.map(({ name }) => name)
    }
    const run = (reconciler: typeof joinVisitors, minutesOn = 0) =>
      reconciler.run({
        container: getContainer(),
        now: new Date(Date.now() + minutesOn * 60_000),
      })
    /** As if the process had ended between the event and its join. */
    const forgetLinks = async () => {
      await dbConnection.raw(
        "truncate activity.visitor_identity, activity.visitor_turn"
      )
    }

    describe("an event", () => {
      it("is believed when it says a customer's id, and nothing else", async () => {
        const [ada, bob] = [await customer(), await customer()]
        await did("Before", "ada-laptop")
        await did("Forged", "eve-laptop")
        await send((analytics) => {
          analytics.identify({ anonymousId: "eve-laptop", userId: ada.email })
          analytics.identify({ anonymousId: "eve-laptop", userId: "1" })
          analytics.alias({ previousId: "eve-laptop", userId: ada.email })
        })
        expect(await story(ada.id)).toEqual([])
        await send((analytics) =>
          analytics.identify({ anonymousId: "ada-laptop", userId: ada.id })
        )
        await did("After", "ada-laptop")
        await did("Of a server", randomUUID(), ada.id)
        expect((await story(ada.id)).sort()).toEqual([
          "After",
          "Before",
          "Of a server",
          "identify",
        ])
        // A customer cannot be made another's visitor.
        await send((analytics) =>
          analytics.alias({ previousId: ada.id, userId: bob.id })
        )
        expect(await story(bob.id)).toEqual(["alias"])
      })

      it("joins its visitor later when the process ended in between", async () => {
        const ada = await customer()
        await did("Before", "tablet")
        await did("Known", "tablet", ada.id)
        await forgetLinks()
        expect(await story(ada.id)).toEqual(["Known"])
        await waitFor("the store's horizon", async () => {
          await run(joinVisitors)
          const names = await story(ada.id)
          return names.includes("Before") ? names : null
        })
        // What was followed once is not read again.
        expect(await run(joinVisitors)).toEqual({ found: 0, repaired: 0 })
      })
    })

    describe("a log-in", () => {
      const login = (email: string, headers: Headers) =>
        api.post<{ token: string }>(
          "/auth/customer/emailpass",
          { email, password: PASSWORD },
          { headers }
        )
      const joined = (id: string, event: string) =>
        waitFor(event, async () => {
          const names = await story(id)
          return names.includes(event) ? names : null
        })

      it("joins the browser that it names, or whose cookies it brings", async () => {
        const ada = await customer()
        const [named, cookied] = [randomUUID(), randomUUID()]
        await did("By header", named)
        await did("By cookie", cookied)
        await login(ada.email, {
          "x-cornerstore-visitor": named,
          cookie: `ajs_anonymous_id=${cookied}; other=1`,
        })
        await joined(ada.id, "By header")
        await joined(ada.id, "By cookie")
      })

      it("that is refused joins nothing", async () => {
        const [ada, bob] = [await customer(), await customer()]
        const [hers, his] = [randomUUID(), randomUUID()]
        await did("Hers", hers)
        await did("His", his)
        await refusal(
          api.post(
            "/auth/customer/emailpass",
            { email: ada.email, password: "wrong" },
            { headers: { "x-cornerstore-visitor": hers } }
          )
        )
        // Recorded after it, so the refused one is through as well.
        await login(bob.email, { "x-cornerstore-visitor": his })
        await joined(bob.id, "His")
        expect(await story(ada.id)).toEqual([])
      })

      it("ends with the session: what comes after is nobody's", async () => {
        const [ada, bob] = [await customer(), await customer()]
        const visitor = { "x-cornerstore-visitor": randomUUID() }
        const x = visitor["x-cornerstore-visitor"]
        const { data } = await login(ada.email, visitor)
        const session = await fetch(`${base}/auth/session`, {
          method: "POST",
          headers: { authorization: `Bearer ${data.token}` },
        })
        const cookie = session.headers.get("set-cookie")?.split(";")[0] ?? ""
        await waitFor("the link", async () =>
          (
            await dbConnection.raw(
              "select 1 from activity.visitor_turn where anonymous_id = ?",
              [x]
            )
          ).rows.length
            ? true
            : null
        )
        await did("Hers", x)
        const ended = await fetch(`${base}/auth/session`, {
          method: "DELETE",
          headers: { cookie, ...visitor },
        })
        expect(ended.status).toBe(200)
        await waitFor("the end of the turn", async () =>
          (
            await dbConnection.raw(
              "select 1 from activity.visitor_turn where anonymous_id = ? and customer_id is null",
              [x]
            )
          ).rows.length
            ? true
            : null
        )
        await did("Nobody's", x)
        await (await sdkOf(bob.email)).cornerstore.activity.linkVisitor(x)
        await did("His", x)
        expect(await story(ada.id)).toEqual(["Hers"])
        expect(await story(bob.id)).toEqual(["His"])
      })

      it("can be ended by the storefront before it logs out", async () => {
        const ada = await customer()
        const sdk = await sdkOf(ada.email)
        const x = randomUUID()
        await sdk.cornerstore.activity.linkVisitor(x)
        await did("Hers", x)
        expect(await sdk.cornerstore.activity.releaseVisitor(x)).toEqual({
          visitor: { anonymous_id: x, customer_id: ada.id },
        })
        await did("Nobody's", x)
        expect(await story(ada.id)).toEqual(["Hers"])
        const guest = storefront(base, shop)
        await expect(
          guest.cornerstore.activity.releaseVisitor(x)
        ).rejects.toMatchObject({ status: 401 })
      })
    })

    describe("an order", () => {
      const order = async (visitor: string | null) => {
        const sdk = storefront(base, shop)
        const cartId = await cartAt(sdk, shop, {})
        if (visitor) {
          expect(
            await sdk.cornerstore.activity.setCartVisitor(cartId, visitor)
          ).toEqual({ visitor: { cart_id: cartId, anonymous_id: visitor } })
        }
        await chooseShippingAndPay(sdk, cartId, shop.manual_option_id)
        const { id } = await placeOrder(sdk, cartId)
        const { data } = await api.get<{ order: { customer_id: string } }>(
          `/admin/orders/${id}?fields=+customer_id`,
          admin
        )
        return { id, cartId, customer_id: data.order.customer_id, sdk }
      }

      const joined = (id: string) =>
        waitFor("the visitor of the order", async () => {
          const names = await story(id)
          return names.includes("Product Viewed") ? names : null
        })

      it("joins the visitor who filled its cart, without an account", async () => {
        const x = randomUUID()
        await did("Product Viewed", x)
        const { customer_id } = await order(x)
        await joined(customer_id)
      })

      it("joins the visitor when its event was lost, once", async () => {
        const x = randomUUID()
        await did("Product Viewed", x)
        const { customer_id } = await order(x)
        await joined(customer_id)
        await forgetLinks()
        expect(await story(customer_id)).toEqual([])
        // An order that is just being placed is left alone.
        expect(await run(joinOrderVisitors)).toEqual({ found: 0, repaired: 0 })
        expect(await run(joinOrderVisitors, 3)).toEqual({
          found: 1,
          repaired: 1,
        })
        expect(await story(customer_id)).toEqual(["Product Viewed"])
        expect(await run(joinOrderVisitors, 3)).toEqual({
          found: 0,
          repaired: 0,
        })
      })

      it("is known by the event that names it, and by no made-up one", async () => {
        const x = randomUUID()
        await did("Product Viewed", x)
        const { id, customer_id } = await order(null)
        await send((analytics) => {
          for (const order_id of [id, "order_1", `${id.slice(0, -1)}!`]) {
            analytics.track({
              anonymousId: x,
              event: "Order Completed",
              properties: { order_id },
            })
          }
        })
        await waitFor("the store's horizon", async () => {
          await run(joinVisitors)
          const names = await story(customer_id)
          return names.includes("Product Viewed") ? names : null
        })
      })

      it("keeps what it said, and says no more through the cart", async () => {
        const { cartId, sdk } = await order(randomUUID())
        await expect(
          sdk.cornerstore.activity.setCartVisitor(cartId, randomUUID())
        ).rejects.toMatchObject({ status: 409 })
        await expect(
          sdk.cornerstore.activity.setCartVisitor("cart_none", randomUUID())
        ).rejects.toMatchObject({ status: 404 })
      })

      it("of somebody else's cart is not to be meddled with", async () => {
        const [ada, bob] = [await customer(), await customer()]
        const hers = await sdkOf(ada.email)
        const cartId = await cartAt(hers, shop, {})
        await hers.store.cart.transferCart(cartId)
        const his = await sdkOf(bob.email)
        await expect(
          his.cornerstore.activity.setCartVisitor(cartId, randomUUID())
        ).rejects.toMatchObject({ status: 404 })
        await hers.cornerstore.activity.setCartVisitor(cartId, randomUUID())
        await hers.cornerstore.activity.setCartVisitor(cartId, null)
        const { cart } = await hers.store.cart.retrieve(cartId, {
          fields: "metadata",
        })
        expect(cart.metadata ?? {}).toEqual({})
      })
    })

    describe("a customer who said no", () => {
      it("is joined to no browser, which then says no as well", async () => {
        const ada = await customer()
        const sdk = await sdkOf(ada.email)
        await activityService(getContainer()).recordConsents(ada.id, [
          {
            purpose: "analytics",
            channel: null,
            state: "denied",
            text_version: null,
          },
        ])
        const x = randomUUID()
        await did("Before", x)
        await sdk.cornerstore.activity.linkVisitor(x)
        await did("After", x)
        expect(await story(ada.id)).toEqual([])
        const { data } = await api.get<ListActivityEventsResponse>(
          `/admin/activity/events?anonymous_id=${x}`,
          admin
        )
        expect(data.events.map(({ event }) => event)).toEqual(["Before"])
      })
    })
  },
})
