import { MedusaContainer } from "@medusajs/framework/types"

import type { AddressFacts } from "../../modules/delivery/domain/resolve-district"
import type { District } from "../../sdk/types"
import { deliveryService } from "./module"

/** The district of an address as it travels to a storefront, or null. */
export async function resolveDistrict(
  address: AddressFacts,
  container: MedusaContainer
): Promise<District | null> {
  const district = await deliveryService(container).resolveDistrict(address)
  return (
    district && {
      id: district.id,
      name: district.name,
      priority: district.priority,
    }
  )
}
