import { MedusaContainer } from "@medusajs/framework/types"

import type {
  AddressFacts,
  IndexedDistrict,
} from "../../modules/delivery/domain/resolve-district"
import type { District } from "../../sdk/types"
import { positionOfAddress } from "./geocode/position-of-address"
import { deliveryService } from "./module"

/**
 * The district of an address, or null. An address without coordinates is looked
 * up with the owner's geocoder first, when there is one.
 */
export async function districtOfAddress(
  address: AddressFacts,
  container: MedusaContainer
): Promise<IndexedDistrict | null> {
  return await deliveryService(container).resolveDistrict(
    await withPosition(address, container)
  )
}

/** The same address, with coordinates when a geocoder knows it exactly. */
export async function withPosition(
  address: AddressFacts,
  container: MedusaContainer
): Promise<AddressFacts> {
  if (typeof address.lat === "number" && typeof address.lng === "number") {
    return address
  }
  const point = await positionOfAddress(address, container)
  return point ? { ...address, ...point } : address
}

/** The district of an address as it travels to a storefront, or null. */
export async function resolveDistrict(
  address: AddressFacts,
  container: MedusaContainer
): Promise<District | null> {
  const district = await districtOfAddress(address, container)
  return district && toDistrict(district)
}

/** A district as it travels to a storefront. */
export const toDistrict = ({
  id,
  name,
  priority,
}: IndexedDistrict): District => ({ id, name, priority })
