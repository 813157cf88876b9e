import { MedusaContainer } from "@medusajs/framework/types"

import { mirrorWriteKeys } from "../workflows/activity/mirror-write-keys"

/**
 * Tells a collector that runs alone of keys that were made or revoked. With the
 * half minute for which it believes an answer, a revoked key works for another
 * 45 seconds at most.
 */
export default async function mirrorActivityWriteKeys(
  container: MedusaContainer
) {
  await mirrorWriteKeys(container)
}

export const config = {
  name: "cornerstore-mirror-write-keys",
  schedule: { interval: 15_000 },
}
