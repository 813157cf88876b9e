import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { getCurrentOptions } from "../../lib/current-options"
import type { GeoPoint } from "../../modules/delivery/domain/distance"
import { positionOf } from "./stop-orders"

const DELIVERY_PROVIDER_ID = "district-delivery_district-delivery"

const locationsSchema = z.array(
  z.object({
    address: z.object({ metadata: z.unknown() }).nullish(),
    metadata: z.unknown(),
    fulfillment_providers: z
      .array(z.object({ id: z.string() }).nullable())
      .nullish(),
  })
)

/**
 * Where routes begin and end: a stock location with `lat` and `lng` in the
 * metadata of its address or its own, one that delivers by district before
 * others; else the option `delivery.depot`; null when neither says.
 */
export async function findDepot(
  container: MedusaContainer
): Promise<GeoPoint | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "stock_location",
    fields: ["id", "metadata", "address.metadata", "fulfillment_providers.id"],
    pagination: { take: 100, skip: 0, order: { created_at: "ASC" } },
  })
  const located = locationsSchema.parse(data).flatMap((location) => {
    const point =
      positionOf(location.address?.metadata) ?? positionOf(location.metadata)
    const delivers = (location.fulfillment_providers ?? []).some(
      (provider) => provider?.id === DELIVERY_PROVIDER_ID
    )
    return point ? [{ point, delivers }] : []
  })
  const best = located.find(({ delivers }) => delivers) ?? located[0]
  return best?.point ?? getCurrentOptions().delivery.depot ?? null
}
