import { MedusaContainer } from "@medusajs/framework/types"

import { rollUpActivity } from "../workflows/activity/roll-up"

/**
 * Counts collected events into facts and visits. Goes on where it was, so a run
 * that was missed or killed is made up by the next.
 */
export default async function rollUpActivityJob(container: MedusaContainer) {
  await rollUpActivity(container)
}

export const config = {
  name: "cornerstore-roll-up-activity",
  schedule: "* * * * *",
}
