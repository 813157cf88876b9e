import { MedusaContainer } from "@medusajs/framework/types"

import { ACTIVITY_MODULE } from "../../modules/activity"
import ActivityModuleService from "../../modules/activity/service"

/** The activity module's service, typed. */
export const activityService = (
  container: MedusaContainer
): ActivityModuleService =>
  container.resolve<ActivityModuleService>(ACTIVITY_MODULE)
