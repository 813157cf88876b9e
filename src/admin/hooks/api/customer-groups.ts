import { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"

import type { CustomerGroup } from "../../lib/customer-groups"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

/** More than a shop has; Medusa answers no more at once. */
const MOST = 200

export const customerGroupsQueryKeys = queryKeysFactory("customer_groups")

/** Medusa's customer groups, to choose among them. */
export function useCustomerGroups() {
  const { data, ...rest } = useQuery<CustomerGroup[], FetchError>({
    queryKey: customerGroupsQueryKeys.all,
    queryFn: async () => {
      const { customer_groups } = await sdk.admin.customerGroup.list({
        limit: MOST,
        order: "name",
        fields: "id,name",
      })
      return customer_groups.map(({ id, name }) => ({ id, name: name ?? id }))
    },
    staleTime: 60_000,
    // A role may see windows and not these: then ids stand for names.
    retry: false,
  })
  return { groups: data, ...rest }
}
