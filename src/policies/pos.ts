import { definePolicies, PolicyOperation } from "@medusajs/framework/utils"

/** Resources of the POS context that a role can be given. */
export const POS_RESOURCES = {
  connection: "pos_connection",
  order: "pos_order",
} as const

export const posPolicies = definePolicies([
  ...[
    PolicyOperation.read,
    PolicyOperation.create,
    PolicyOperation.update,
    PolicyOperation.delete,
  ].map((operation) => ({
    name: `${operation[0].toUpperCase()}${operation.slice(1)}PosConnection`,
    resource: POS_RESOURCES.connection,
    operation,
    description: `${operation[0].toUpperCase()}${operation.slice(1)} POS connections`,
  })),
  {
    name: "ReadPosOrder",
    resource: POS_RESOURCES.order,
    operation: PolicyOperation.read,
    description: "See how orders stand at the POS",
  },
  {
    name: "UpdatePosOrder",
    resource: POS_RESOURCES.order,
    operation: PolicyOperation.update,
    description: "Send orders to the POS again",
  },
])
