import { definePolicies, PolicyOperation } from "@medusajs/framework/utils"

/** Resource that guards the keys by which systems outside the shop read. */
export const READER_KEY_RESOURCE = "activity_reader_key"

export const readerKeyPolicies = definePolicies([
  {
    name: "ReadActivityReaderKey",
    resource: READER_KEY_RESOURCE,
    operation: PolicyOperation.read,
    description: "See which systems outside the shop may read events",
  },
  {
    name: "CreateActivityReaderKey",
    resource: READER_KEY_RESOURCE,
    operation: PolicyOperation.create,
    description: "Let a system outside the shop read events",
  },
  {
    name: "UpdateActivityReaderKey",
    resource: READER_KEY_RESOURCE,
    operation: PolicyOperation.update,
    description: "Revoke the keys of systems outside the shop",
  },
])
