import { definePolicies, PolicyOperation } from "@medusajs/framework/utils"

/** Resource that guards health, outbox and reconcilers of the deployment. */
export const SYSTEM_RESOURCE = "system"

export const systemPolicies = definePolicies([
  {
    name: "ReadSystem",
    resource: SYSTEM_RESOURCE,
    operation: PolicyOperation.read,
    description: "See the health, outbox and reconcilers of the shop's system",
  },
  {
    name: "UpdateSystem",
    resource: SYSTEM_RESOURCE,
    operation: PolicyOperation.update,
    description: "Replay outbox messages and run reconcilers",
  },
])
