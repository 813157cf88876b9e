import { MedusaContainer } from "@medusajs/framework/types"

import { deliveryService } from "../workflows/delivery/module"

const BATCH = 1_000
/** Per run; what is left waits for the next hour. */
const MAX_BATCHES = 50

/** Removes geocoders' answers whose time is over. */
export default async function purgeGeocodes(container: MedusaContainer) {
  const delivery = deliveryService(container)
  const now = new Date()
  for (let batch = 0; batch < MAX_BATCHES; batch++) {
    if ((await delivery.purgeGeocodes(now, BATCH)) < BATCH) {
      return
    }
  }
}

export const config = {
  name: "cornerstore-purge-geocodes",
  schedule: "41 * * * *",
}
