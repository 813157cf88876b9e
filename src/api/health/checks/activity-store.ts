import ActivityModuleService from "../../../modules/activity/service"
import { Check } from "./run-check"

/**
 * The store of events. The shop sells without it: clients keep what they could
 * not send and try again.
 */
export const activityStoreCheck = (
  activity: Pick<ActivityModuleService, "ping">
): Check => ({
  name: "activity_store",
  run: async () => {
    await activity.ping()
    return { status: "ok", message: "Answers", timed: true }
  },
})
