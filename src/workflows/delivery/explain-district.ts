import { MedusaContainer } from "@medusajs/framework/types"

import type { AddressFacts } from "../../modules/delivery/domain/resolve-district"
import type { ExplainDistrictResponse } from "../../sdk/types"
import { deliveryService } from "./module"
import { toDistrict, withPosition } from "./resolve-district"

/** The district of an address as a checkout would find it, and why. */
export async function explainDistrict(
  address: AddressFacts,
  container: MedusaContainer
): Promise<ExplainDistrictResponse> {
  const located = await withPosition(address, container)
  const { district, by, also } =
    await deliveryService(container).explainDistrict(located)
  const { lat, lng } = located
  return {
    district: district && toDistrict(district),
    by,
    also: also.map(toDistrict),
    point:
      typeof lat === "number" && typeof lng === "number"
        ? { lat, lng, is_geocoded: address.lat !== lat }
        : null,
  }
}
