import type { ExecArgs } from "@medusajs/framework/types"

import { seedContext } from "./context"
import { seedDeliveryNetwork } from "./delivery-network"
import { seedDistricts } from "./districts"
import { seedPeople } from "./people"
import { countForeignProducts, seedProducts } from "./products"
import { isSeeded, markSeeded, seedShop } from "./shop"
import { seedWindows } from "./windows"

/**
 * The demo shop: a bakery in San Francisco that delivers by district. Run again
 * it changes nothing; run after it was cut short it makes what is missing. A
 * database with somebody's own products is left alone.
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
  const shop = await seedShop(context)
  const network = await seedDeliveryNetwork(context, shop.sales_channel_id)
  await seedProducts(context, { ...shop, ...network })
  await seedPeople(context)
  await seedDistricts(context)
  await seedWindows(context)
  await markSeeded(context, shop)
}
