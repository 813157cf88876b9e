import { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type { CashPolicy, CashPolicyResponse } from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { auditQueryKeys } from "./audit"

const PATH = "/admin/delivery/cash-policy"

export const cashPolicyQueryKeys = queryKeysFactory("cash_policy")

/** How much may be paid in cash at the door. */
export function useCashPolicy() {
  const { data, ...rest } = useQuery<CashPolicyResponse, FetchError>({
    queryKey: cashPolicyQueryKeys.all,
    queryFn: () => sdk.client.fetch<CashPolicyResponse>(PATH),
  })
  return { policy: data?.cash_policy, ...rest }
}

export function useSetCashPolicy() {
  const queryClient = useQueryClient()
  return useMutation<CashPolicyResponse, FetchError, CashPolicy>({
    mutationFn: (body) =>
      sdk.client.fetch<CashPolicyResponse>(PATH, { method: "POST", body }),
    onSuccess: () =>
      Promise.all(
        [cashPolicyQueryKeys.all, auditQueryKeys.all].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey })
        )
      ),
  })
}
