import type { AppProcess } from "../helpers/app-process"
import { refusal } from "../helpers/http-client"
import {
  cartAt,
  chooseShippingAndPay,
  type Storefront,
  storefront,
} from "../helpers/storefront"

import { orderIntoSlot } from "./setup/delivery-order"
import { type PackedShop, preparePackedShop } from "./setup/prepare"
import { launchShop, serveShop } from "./setup/serve"
import { createShopDatabase, type ShopDatabase } from "./setup/shop-database"

jest.setTimeout(900_000)

/** Medusa takes one handler per hook and process. */
describe("a shop with its own handler of completeCart.validate", () => {
  let packed: PackedShop
  let database: ShopDatabase

  beforeAll(async () => {
    packed = await preparePackedShop()
    database = await createShopDatabase(packed, "packed-hooks")
  })

  afterAll(async () => {
    await database?.drop()
  })

  it("does not start while the plugin takes the hook as well", async () => {
    const app = await launchShop(packed, {
      databaseUrl: database.url,
      env: { SHOP_CHECKS_CARTS: "1" },
    })
    const { code } = await app.ended
    expect(code).not.toBe(0)
    expect(app.output()).toContain(
      "Cannot define multiple hook handlers for the validate hook"
    )
  })

  describe("with registerHooks: false, calling our guard itself", () => {
    let app: AppProcess
    let sdk: Storefront

    beforeAll(async () => {
      app = await serveShop(packed, {
        databaseUrl: database.url,
        env: {
          SHOP_CHECKS_CARTS: "1",
          SHOP_OPTIONS: JSON.stringify({ registerHooks: false }),
        },
      })
      sdk = storefront(app.url, database.shop)
    })

    afterAll(async () => {
      await app?.kill()
    })

    const refusedToComplete = (cartId: string) =>
      refusal(
        app.api.post(`/store/carts/${cartId}/complete`, {}, database.shop)
      )

    it("keeps the shop's own rule", async () => {
      const { shop, places } = database
      const cartId = await cartAt(sdk, shop, places[0])
      await sdk.store.cart.update(cartId, { email: "eve@blocked.example" })
      await chooseShippingAndPay(sdk, cartId, shop.manual_option_id)
      expect((await refusedToComplete(cartId)).data.message).toBe(
        "This shop sells nothing to blocked.example"
      )
    })

    it("keeps our rule: no delivery without a slot", async () => {
      const { shop, places } = database
      const cartId = await cartAt(sdk, shop, places[0])
      await chooseShippingAndPay(sdk, cartId, shop.delivery_option_id)
      expect(await refusedToComplete(cartId)).toMatchObject({
        status: 400,
        data: { code: "slot_required" },
      })
    })

    it("takes an order into a slot, at the slot's price", async () => {
      const { order, delivery } = await orderIntoSlot(
        sdk,
        database.shop,
        database.places[0]
      )
      expect(order).toMatchObject({ shipping_total: 4.5 })
      expect(delivery.stage).toBe("booked")
    })
  })
})
