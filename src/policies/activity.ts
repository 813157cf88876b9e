import { definePolicies, PolicyOperation } from "@medusajs/framework/utils"

/** Resource that guards what visitors and customers were seen doing. */
export const ACTIVITY_RESOURCE = "activity_event"

export const activityPolicies = definePolicies([
  {
    name: "ReadActivityEvent",
    resource: ACTIVITY_RESOURCE,
    operation: PolicyOperation.read,
    description: "See what visitors and customers did in the shop",
  },
])
