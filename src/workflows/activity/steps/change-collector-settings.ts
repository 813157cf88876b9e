import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { CollectorSettingsChanges } from "../../../modules/activity/collector-settings"
import { activityService } from "../module"

/** Changes what is collected and how long it is kept, for what comes from now on. */
export const changeCollectorSettingsStep = createStep(
  "change-collector-settings",
  async (changes: CollectorSettingsChanges, { container }) => {
    const { before, after, version } =
      await activityService(container).changeCollectorSettings(changes)
    return new StepResponse({ before, after }, { before, version })
  },
  async (change, { container }) => {
    if (change) {
      await activityService(container).restoreCollectorSettings(change)
    }
  }
)
