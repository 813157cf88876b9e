import { definePolicies, PolicyOperation } from "@medusajs/framework/utils"

/** Resource that guards what visitors and customers were seen doing. */
export const ACTIVITY_RESOURCE = "activity_event"

/** Resource that guards what is collected of them, and how long it is kept. */
export const ACTIVITY_SETTING_RESOURCE = "activity_setting"

export const activityPolicies = definePolicies([
  {
    name: "ReadActivityEvent",
    resource: ACTIVITY_RESOURCE,
    operation: PolicyOperation.read,
    description: "See what visitors and customers did in the shop",
  },
  {
    name: "ReadActivitySetting",
    resource: ACTIVITY_SETTING_RESOURCE,
    operation: PolicyOperation.read,
    description: "See what is collected of visitors and how long it is kept",
  },
  {
    name: "UpdateActivitySetting",
    resource: ACTIVITY_SETTING_RESOURCE,
    operation: PolicyOperation.update,
    description: "Change what is collected of visitors and how long it is kept",
  },
])
