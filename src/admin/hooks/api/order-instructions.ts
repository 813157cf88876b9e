import { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"

import type { InstructionsResponse } from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const orderInstructionsQueryKeys = queryKeysFactory("order_instructions")

/** What the customer wants done with an order and its lines. */
export function useOrderInstructions(orderId: string) {
  const { data, ...rest } = useQuery<InstructionsResponse, FetchError>({
    queryKey: orderInstructionsQueryKeys.detail(orderId),
    queryFn: () =>
      sdk.client.fetch<InstructionsResponse>(
        `/admin/orders/${orderId}/instructions`
      ),
    staleTime: 60_000,
  })
  return { ...data, ...rest }
}
