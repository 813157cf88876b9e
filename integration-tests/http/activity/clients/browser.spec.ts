import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { createPublishableKey } from "../../../helpers/actors"
import { BrowserShop } from "./browser-shop"
import { posthogJs } from "./posthog-js"
import { rudderstackJs } from "./rudderstack-js"
import { segmentNext } from "./segment-next"
import type { World } from "./world"

jest.setTimeout(120_000)
process.env.MEDUSA_WORKER_MODE = "server"

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer, dbConnection }) => {
    let shop: BrowserShop
    let writeKey: string

    beforeAll(async () => {
      writeKey = (await createPublishableKey(getContainer())).key
      shop = new BrowserShop(api.defaults.baseURL, dbConnection)
      await shop.start()
    })
    afterAll(() => shop?.stop())
    afterEach(() => shop.clear())

    const world: World = () => ({
      base: api.defaults.baseURL,
      writeKey,
      shop,
      customer: "cus_01KAJ5R0XTS4PCAR23VX9GQ5XJ",
    })
    segmentNext(world)
    rudderstackJs(world)
    posthogJs(world)
  },
})
