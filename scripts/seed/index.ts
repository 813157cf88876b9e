import type { ExecArgs } from "@medusajs/framework/types"

import { getCurrentOptions } from "../../src/lib/current-options"
import { seedContext } from "./context"
import { drawCustomers } from "./customers/draw-customers"
import { seedCustomers } from "./customers/seed-customers"
import { seedDeliveryNetwork } from "./delivery-network"
import { seedDistricts } from "./districts"
import { seedDriver } from "./driver"
import { datedHistory } from "./history/dated-history"
import { seedHistory } from "./history/seed-history"
import { seedOrders } from "./orders/seed-orders"
import { seedPeople } from "./people"
import { seedPoints } from "./points"
import { seedPos } from "./pos"
import { seedProductRules } from "./product-rules"
import { countForeignProducts, seedProducts } from "./products"
import { seconds, timed } from "./progress"
import { seedDay } from "./seed-day"
import { isSeeded, markSeeded, seedShop } from "./shop"
import { seedVisits } from "./visits/seed-visits"
import { seedWindows } from "./windows"

/**
 * The demo shop: a bakery, wine shop and dispensary in San Francisco that
 * delivers by district, with four months behind it and three days ahead. Run
 * again it changes nothing; run after it was cut short it makes what is
 * missing. A database with somebody's own products is left alone.
 */
export default async function seed({ container }: ExecArgs): Promise<void> {
  const context = seedContext(container)
  if (await isSeeded(context)) {
    context.logger.info("The demo shop is there already.")
    return
  }
  if (await countForeignProducts(context)) {
    context.logger.warn(
      "This database holds products of another shop: the demo was not added."
    )
    return
  }
  const started = Date.now()
  const part = <T>(what: string, work: () => Promise<T>) =>
    timed(context, what, work)

  const shop = await part("shop", () => seedShop(context))
  const today = await seedDay(context, shop.store_id)
  const network = await part("delivery network", () =>
    seedDeliveryNetwork(context, shop.sales_channel_id)
  )
  await part("products", async () => {
    await seedProducts(context, { ...shop, ...network })
    await seedProductRules(context)
  })
  await part("log-ins", () => seedPeople(context))
  await part("districts, windows and a driver", async () => {
    await seedDistricts(context)
    await seedWindows(context)
    await seedDriver(context)
  })
  const customers = drawCustomers()
  const customerIds = await part("customers", () =>
    seedCustomers(context, customers, new Date(`${today}T12:00:00Z`))
  )
  const people = { customers, customerIds }
  const past = datedHistory(customers, today, getCurrentOptions().timeZone)
  await part("four months of orders", () =>
    seedHistory(context, shop, people, past)
  )
  await part("a month of visits", () =>
    seedVisits(context, shop, people, past, today)
  )
  await part("points", () => seedPoints(context))
  await part("register", () => seedPos(context, shop, process.env))
  await part("orders for the next days", () =>
    seedOrders(context, shop, people, today)
  )
  await markSeeded(context, shop)
  context.logger.info(
    `The demo shop was set up in ${seconds(Date.now() - started)}.`
  )
}
