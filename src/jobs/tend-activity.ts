import { MedusaContainer } from "@medusajs/framework/types"

import { tendActivityStore } from "../workflows/activity/tend-store"

/**
 * Makes the event store's partitions ahead and forgets old message keys. Both
 * are harmless to do twice, so a run that was missed is made up by the next.
 */
export default async function tendActivity(container: MedusaContainer) {
  await tendActivityStore(container)
}

export const config = {
  name: "cornerstore-tend-activity",
  schedule: "41 * * * *",
}
