import type { HttpTypes } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import type { InstructionsResponse } from "../../../src/sdk/types"
import { registerCustomer, Headers, signedInAdmin } from "../../helpers/actors"
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

medusaIntegrationTestRunner({
  testSuite: ({ api: runner, getContainer }) => {
    let api: HttpClient
    let admin: { headers: Headers }
    let shop: TestShop
    let sdk: Storefront

    beforeAll(async () => {
      const container = getContainer()
      api = httpClient(runner.defaults.baseURL)
      admin = await signedInAdmin(container, api)
      shop = await createTestShop(container)
      sdk = storefront(runner.defaults.baseURL, shop)
    })

    const lineOf = async (cartId: string): Promise<string> => {
      const { cart } = await sdk.store.cart.retrieve(cartId, {
        fields: "items.id",
      })
      const line = cart.items?.[0]
      if (!line) {
        throw new Error(`Cart ${cartId} has no line`)
      }
      return line.id
    }

    it("carries what the customer asked for from the cart to the order's page", async () => {
      const cartId = await cartAt(sdk, shop, {})
      const line = await lineOf(cartId)
      await sdk.store.cart.update(cartId, { metadata: { source: "qr-code" } })
      await sdk.cornerstore.instructions.update(cartId, {
        note: "  Please ring twice ",
        gift_wrap: true,
        items: [{ item_id: line, note: "Write “Ada, 7”" }],
      })
      // A second call changes what it names and nothing else.
      const { instructions } = await sdk.cornerstore.instructions.update(
        cartId,
        { gift_message: "Happy birthday" }
      )
      const wish = {
        note: "Please ring twice",
        gift_wrap: true,
        gift_message: "Happy birthday",
      }
      const lineWish = {
        note: "Write “Ada, 7”",
        gift_wrap: false,
        gift_message: null,
      }
      expect(instructions).toEqual({
        ...wish,
        items: [{ item_id: line, ...lineWish }],
      })
      expect(await sdk.cornerstore.instructions.retrieve(cartId)).toEqual({
        instructions,
      })

      await chooseShippingAndPay(sdk, cartId, shop.manual_option_id)
      const order = await placeOrder(sdk, cartId)
      const { data } = await api.get<InstructionsResponse>(
        `/admin/orders/${order.id}/instructions`,
        admin
      )
      expect(data.instructions).toEqual({
        ...wish,
        items: [{ item_id: order.items?.[0].id, ...lineWish }],
      })
      expect(
        await sdk.cornerstore.instructions.retrieveForOrder(order.id)
      ).toEqual(data)
      const full = await api.get<{ order: HttpTypes.AdminOrder }>(
        `/admin/orders/${order.id}?fields=metadata`,
        admin
      )
      expect(full.data.order.metadata).toMatchObject({ source: "qr-code" })

      const late = await refusal(
        api.post(
          `/store/carts/${cartId}/instructions`,
          { note: "Too late" },
          shop
        )
      )
      expect(late).toMatchObject({
        status: 409,
        data: { code: "cart_completed" },
      })
      const { data: after } = await api.get<InstructionsResponse>(
        `/admin/orders/${order.id}/instructions`,
        admin
      )
      expect(after).toEqual(data)
    })

    it.each([
      ["a note that is too long", { note: "x".repeat(501) }],
      ["a card that is too long", { gift_message: "x".repeat(301) }],
      ["an unknown field", { colour: "red" }],
      ["a line of another cart", { items: [{ item_id: "cali_x", note: "a" }] }],
    ])("refuses %s and writes nothing", async (_, body) => {
      const cartId = await cartAt(sdk, shop, {})
      const path = `/store/carts/${cartId}/instructions`
      const { status } = await refusal(
        api.post(path, { gift_wrap: true, ...body }, shop)
      )
      expect(status).toBe(400)
      const { instructions } =
        await sdk.cornerstore.instructions.retrieve(cartId)
      expect(instructions.gift_wrap).toBe(false)
    })

    it("does not name the same line twice", async () => {
      const cartId = await cartAt(sdk, shop, {})
      const item_id = await lineOf(cartId)
      const { status } = await refusal(
        api.post(
          `/store/carts/${cartId}/instructions`,
          { items: [{ item_id }, { item_id, note: "a" }] },
          shop
        )
      )
      expect(status).toBe(400)
    })

    it("is for the cart's own customer, and for whoever may read orders", async () => {
      const owner = await registerCustomer(api, shop.headers)
      const other = await registerCustomer(api, shop.headers)
      const cartId = await cartAt(sdk, shop, {})
      await api.post(`/store/carts/${cartId}/customer`, {}, owner)
      const path = `/store/carts/${cartId}/instructions`
      expect((await refusal(api.post(path, { note: "a" }, other))).status).toBe(
        404
      )
      expect((await refusal(api.get(path, other))).status).toBe(404)
      expect((await api.post(path, { note: "a" }, owner)).status).toBe(200)
      expect(
        (await refusal(api.get("/admin/orders/order_x/instructions"))).status
      ).toBe(401)
      expect(
        (await refusal(api.get("/admin/orders/order_x/instructions", admin)))
          .status
      ).toBe(404)
    })
  },
})
