import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import {
  createProductsWorkflow,
  createSalesChannelsWorkflow,
} from "@medusajs/medusa/core-flows"

import type {
  AdminProductDay,
  DeliveryRuleResponse,
  DeliverySlot,
  ListAuditResponse,
  ListProductDaysResponse,
  UpdateDeliveryRule,
} from "../../../src/sdk/types"
import {
  addDays,
  toLocalDate,
} from "../../../src/modules/delivery/domain/local-time"
import { recountProducts } from "../../../src/workflows/delivery/reconcilers/recount-products"
import { Headers, signedInAdmin } from "../../helpers/actors"
import {
  createDeliveryNetwork,
  DeliveryNetwork,
} from "../../helpers/delivery-network"
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

medusaIntegrationTestRunner({
  // The suite runs the one job it asks about itself.
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ api: runner, getContainer }) => {
    let api: HttpClient
    let admin: { headers: Headers; user: { id: string } }
    let shop: TestShop
    let sdk: Storefront
    let places: DeliveryNetwork["places"]
    let cake: string
    let today: string

    beforeAll(async () => {
      const container = getContainer()
      api = httpClient(runner.defaults.baseURL)
      admin = await signedInAdmin(container, api)
      shop = await createTestShop(container)
      sdk = storefront(runner.defaults.baseURL, shop)
      ;({ places } = await createDeliveryNetwork(api, admin, { capacity: 9 }))
      const { products } = await sdk.store.product.list({ limit: 1 })
      cake = products[0].id
      const { data } = await api.get<{ settings: { time_zone: string } }>(
        "/admin/delivery/settings",
        admin
      )
      today = toLocalDate(new Date(), data.settings.time_zone)
    })

    const setRule = async (rule: UpdateDeliveryRule, product = cake) => {
      const { data } = await api.post<DeliveryRuleResponse>(
        `/admin/products/${product}/delivery-rule`,
        rule,
        admin
      )
      return data.delivery_rule
    }

    beforeEach(async () => {
      await api.delete(`/admin/products/${cake}/delivery-rule`, admin)
    })

    const slotOn = async (
      cartId: string,
      date: string
    ): Promise<DeliverySlot> => {
      const { slots } = await sdk.cornerstore.delivery.listSlots(cartId)
      const slot = slots.find((each) => each.date === date)
      if (!slot) {
        throw new Error(`No slot for cart ${cartId} on ${date}`)
      }
      return slot
    }

    const setQuantity = async (cartId: string, quantity: number) => {
      const { cart } = await sdk.store.cart.retrieve(cartId)
      await sdk.store.cart.updateLineItem(cartId, cart.items?.[0].id ?? "", {
        quantity,
      })
    }

    const hold = (cartId: string, slotId: string) =>
      api.post(
        `/store/carts/${cartId}/delivery-slot`,
        { slot_id: slotId },
        { headers: shop.headers }
      )

    const productDays = async (query: string): Promise<AdminProductDay[]> => {
      const { data } = await api.get<ListProductDaysResponse>(
        `/admin/delivery/product-days?${query}`,
        admin
      )
      expect(data.count).toBe(data.product_days.length)
      return data.product_days
    }

    /** A cart at a place that has its slot on a day and is ready to complete. */
    const readyCart = async (place: 0 | 1, date: string): Promise<string> => {
      const cartId = await cartAt(sdk, shop, places[place])
      const slot = await slotOn(cartId, date)
      await hold(cartId, slot.id)
      await chooseShippingAndPay(sdk, cartId, shop.delivery_option_id, {
        slot_id: slot.id,
      })
      return cartId
    }

    it("keeps the rule of a product, changes what is named, and accounts for it", async () => {
      const path = `/admin/products/${cake}/delivery-rule`
      expect(
        (await api.get<DeliveryRuleResponse>(path, admin)).data.delivery_rule
      ).toBeNull()
      await setRule({
        is_preorder: true,
        lead_days: 2,
        weekdays: [6, 5, 6],
        blackouts: ["2026-12-24/2026-12-26"],
        daily_capacity: 12,
      })
      expect(await setRule({ daily_capacity: null })).toMatchObject({
        product_id: cake,
        is_preorder: true,
        lead_days: 2,
        weekdays: [5, 6],
        blackouts: ["2026-12-24/2026-12-26"],
        daily_capacity: null,
      })
      const wrong = await refusal(
        api.post(path, { dates: ["2026-12-24"] }, admin)
      )
      expect(wrong.status).toBe(400)
      expect(wrong.data.message).toMatch(/weekdays or single dates/)
      expect(
        (await refusal(api.post(path, { dates: ["2027-02-29"] }, admin))).status
      ).toBe(400)
      // Nothing of what was refused is kept.
      expect(
        (await api.get<DeliveryRuleResponse>(path, admin)).data.delivery_rule
      ).toMatchObject({ weekdays: [5, 6], dates: [] })
      await api.delete(path, admin)
      expect(
        (await api.get<DeliveryRuleResponse>(path, admin)).data.delivery_rule
      ).toBeNull()
      const { data } = await api.get<ListAuditResponse>(
        `/admin/audit-entries?resource_type=product&limit=20`,
        admin
      )
      expect(
        data.entries.map(({ action, resource_id }) => [action, resource_id])
      ).toEqual([
        ["delivery_rule.deleted", cake],
        ["delivery_rule.updated", cake],
        ["delivery_rule.updated", cake],
      ])
    })

    it("knows no rule of a product that is not there", async () => {
      for (const call of [
        api.get("/admin/products/prod_none/delivery-rule", admin),
        api.post("/admin/products/prod_none/delivery-rule", {}, admin),
      ]) {
        expect((await refusal(call)).status).toBe(404)
      }
    })

    it("offers no slot sooner than the lead days, and refuses it by title", async () => {
      await setRule({ lead_days: 3 })
      const cartId = await cartAt(sdk, shop, places[0])
      const early = await slotOn(cartId, addDays(today, 2))
      expect(early).toMatchObject({ state: "closed", reason: "products" })
      const refused = await refusal(hold(cartId, early.id))
      expect(refused).toMatchObject({
        status: 422,
        data: { code: "products_not_that_day" },
      })
      expect(refused.data.message).toMatch(/Lemon cake/)
      const late = await slotOn(cartId, addDays(today, 3))
      expect(late).toMatchObject({ state: "open", reason: null })
      expect((await hold(cartId, late.id)).status).toBe(200)
    })

    it("sells the pieces of a day over all districts, and gives them back with a canceled order", async () => {
      const date = addDays(today, 4)
      await setRule({ is_preorder: true, daily_capacity: 2 })
      const first = await readyCart(0, date)
      const second = await readyCart(1, date)
      const order = await placeOrder(sdk, first)
      await placeOrder(sdk, second)

      const third = await cartAt(sdk, shop, places[0])
      const slot = await slotOn(third, date)
      expect(slot).toMatchObject({ state: "closed", reason: "products" })
      const refused = await refusal(hold(third, slot.id))
      expect(refused).toMatchObject({
        status: 409,
        data: { code: "products_sold_out" },
      })
      expect(refused.data.message).toMatch(/Lemon cake/)
      const shown = await sdk.cornerstore.delivery.listProductDays(cake, {
        from: date,
        to: addDays(date, 1),
      })
      expect(shown).toEqual({
        is_preorder: true,
        lead_days: 0,
        days: [
          { date, remaining: 0, available: false },
          { date: addDays(date, 1), remaining: 2, available: true },
        ],
      })
      expect(await productDays(`from=${date}&to=${date}`)).toEqual([
        expect.objectContaining({
          product_id: cake,
          title: "Lemon cake",
          date,
          ordered: 2,
          held: 0,
          capacity: 2,
          left: 0,
        }),
      ])

      await api.post(`/admin/orders/${order.id}/cancel`, {}, admin)
      await waitFor("the day to be open again", async () =>
        (await slotOn(third, date)).state === "open" ? true : null
      )
      expect((await hold(third, slot.id)).status).toBe(200)
      expect(
        (await productDays(`from=${date}&to=${date}`)).map(
          ({ ordered, held, left }) => [ordered, held, left]
        )
      ).toEqual([[1, 1, 0]])
      const clean = await recountProducts.run({
        container: getContainer(),
        now: new Date(),
      })
      expect(clean).toEqual({ found: 0, repaired: 0 })
    })

    it("refuses an order whose cart grew beyond what is left, before money moves, and keeps its hold", async () => {
      const date = addDays(today, 5)
      await setRule({ daily_capacity: 3 })
      const cartId = await readyCart(0, date)
      await setQuantity(cartId, 4)
      const slot = await slotOn(cartId, date)
      expect(slot.reason).toBe("products")
      await chooseShippingAndPay(sdk, cartId, shop.delivery_option_id, {
        slot_id: slot.id,
      })
      await expect(placeOrder(sdk, cartId)).rejects.toThrow(
        /Not enough is left of Lemon cake/
      )
      expect(
        (await productDays(`from=${date}&to=${date}`)).map(
          ({ ordered, held }) => [ordered, held]
        )
      ).toEqual([[0, 1]])
      await setQuantity(cartId, 3)
      await chooseShippingAndPay(sdk, cartId, shop.delivery_option_id, {
        slot_id: slot.id,
      })
      await placeOrder(sdk, cartId)
      expect(
        (await productDays(`from=${date}&to=${date}`)).map(
          ({ ordered, held, left }) => [ordered, held, left]
        )
      ).toEqual([[3, 0, 0]])
    })

    it("shows one product's days with nothing sold, and says which can still be ordered", async () => {
      const [blackout, free] = [addDays(today, 6), addDays(today, 7)]
      await setRule({ lead_days: 6, blackouts: [blackout], daily_capacity: 4 })
      const days = await productDays(
        `from=${blackout}&to=${free}&product_id=${cake}`
      )
      expect(days.map(({ date, left }) => [date, left])).toEqual([[free, 4]])
      expect(
        (
          await sdk.cornerstore.delivery.listProductDays(cake, {
            from: today,
            to: free,
          })
        ).days.flatMap(({ date, available }) => (available ? [date] : []))
      ).toEqual([free])
    })

    it("tells a storefront only of what its key sells, and of at most 92 days", async () => {
      const { result: channels } = await createSalesChannelsWorkflow(
        getContainer()
      ).run({ input: { salesChannelsData: [{ name: "Wholesale" }] } })
      const { result: products } = await createProductsWorkflow(
        getContainer()
      ).run({
        input: {
          products: [
            {
              title: "Tray",
              status: "published",
              sales_channels: [{ id: channels[0].id }],
              options: [{ title: "Size", values: ["One"] }],
            },
            {
              title: "Not yet",
              status: "draft",
              sales_channels: [{ id: shop.sales_channel_id }],
              options: [{ title: "Size", values: ["One"] }],
            },
          ],
        },
      })
      const { delivery } = sdk.cornerstore
      for (const id of [...products.map((each) => each.id), "prod_none"]) {
        await expect(delivery.listProductDays(id)).rejects.toMatchObject({
          status: 404,
        })
      }
      const usual = await delivery.listProductDays(cake)
      expect(usual).toMatchObject({ is_preorder: false, lead_days: 0 })
      expect(usual.days).toHaveLength(28)
      expect(usual.days[0]).toEqual({
        date: today,
        remaining: null,
        available: true,
      })
      await expect(
        delivery.listProductDays(cake, { from: today, to: addDays(today, 92) })
      ).rejects.toMatchObject({ status: 400 })
      await expect(
        delivery.listProductDays(cake, { from: addDays(today, 1), to: today })
      ).rejects.toMatchObject({ status: 400 })
      await expect(
        delivery.listProductDays(cake, { from: "2026-02-30" })
      ).rejects.toMatchObject({ status: 400 })
      expect(
        (await refusal(api.get(`/store/products/${cake}/delivery-days`))).status
      ).toBe(400)
    })
  },
})
