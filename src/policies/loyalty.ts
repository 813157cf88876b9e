import { definePolicies, PolicyOperation } from "@medusajs/framework/utils"

/** Resources of the loyalty context that a role can be given. */
export const LOYALTY_RESOURCES = {
  program: "loyalty_program",
  account: "loyalty_account",
} as const

export const loyaltyPolicies = definePolicies([
  {
    name: "ReadLoyaltyProgram",
    resource: LOYALTY_RESOURCES.program,
    operation: PolicyOperation.read,
    description: "See by which rules points are earned",
  },
  {
    name: "UpdateLoyaltyProgram",
    resource: LOYALTY_RESOURCES.program,
    operation: PolicyOperation.update,
    description: "Change by which rules points are earned",
  },
  {
    name: "ReadLoyaltyAccount",
    resource: LOYALTY_RESOURCES.account,
    operation: PolicyOperation.read,
    description: "See customers' points",
  },
  {
    name: "UpdateLoyaltyAccount",
    resource: LOYALTY_RESOURCES.account,
    operation: PolicyOperation.update,
    description: "Give and take customers' points by hand",
  },
])
