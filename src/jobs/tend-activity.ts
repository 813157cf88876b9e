import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { tendActivityStore } from "../workflows/activity/tend-store"

/**
 * Makes the event store's partitions ahead, removes months that are older than
 * the shop keeps them and forgets old message keys. All of it is harmless to do
 * twice, so a run that was missed is made up by the next.
 */
export default async function tendActivity(container: MedusaContainer) {
  const { dropped } = await tendActivityStore(container)
  if (dropped.length) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.info(`Older than the shop keeps them: ${dropped.join(", ")}`)
  }
}

export const config = {
  name: "cornerstore-tend-activity",
  schedule: "41 * * * *",
}
