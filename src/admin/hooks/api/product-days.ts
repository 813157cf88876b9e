import { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  AdminProductDay,
  DeliveryRuleResponse,
  ListProductDaysResponse,
  UpdateDeliveryRule,
} from "../../../sdk/types"
import { fetchAll } from "../../lib/fetch-all"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { auditQueryKeys } from "./audit"

const DAYS = "/admin/delivery/product-days"
const rulePath = (productId: string) =>
  `/admin/products/${productId}/delivery-rule`

export const productRuleQueryKeys = queryKeysFactory("product_rules")
export const productDaysQueryKeys = queryKeysFactory("product_days")

/** On which days a product can be delivered; null when it goes on any day. */
export function useProductRule(productId: string) {
  const { data, ...rest } = useQuery<DeliveryRuleResponse, FetchError>({
    queryKey: productRuleQueryKeys.detail(productId),
    queryFn: () => sdk.client.fetch<DeliveryRuleResponse>(rulePath(productId)),
  })
  return { rule: data?.delivery_rule, ...rest }
}

function useRefresh() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      [
        productRuleQueryKeys.all,
        productDaysQueryKeys.all,
        auditQueryKeys.all,
      ].map((queryKey) => queryClient.invalidateQueries({ queryKey }))
    )
}

export function useUpdateProductRule(productId: string) {
  return useMutation<DeliveryRuleResponse, FetchError, UpdateDeliveryRule>({
    mutationFn: (body) =>
      sdk.client.fetch<DeliveryRuleResponse>(rulePath(productId), {
        method: "POST",
        body,
      }),
    onSuccess: useRefresh(),
  })
}

/** Lets the product go on any day again. */
export function useDeleteProductRule(productId: string) {
  return useMutation<unknown, FetchError, void>({
    mutationFn: () =>
      sdk.client.fetch(rulePath(productId), { method: "DELETE" }),
    onSuccess: useRefresh(),
  })
}

export type ProductDaysQuery = { from: string; to: string; product_id?: string }

/** What is sold of products with delivery days, by day. */
export function useProductDays(query: ProductDaysQuery, enabled = true) {
  const { data, ...rest } = useQuery<AdminProductDay[], FetchError>({
    queryKey: productDaysQueryKeys.list(query),
    queryFn: () =>
      fetchAll<ListProductDaysResponse, AdminProductDay>(
        DAYS,
        { ...query },
        (answer) => answer.product_days
      ),
    placeholderData: keepPreviousData,
    enabled,
    // Orders come in all day; a kitchen must not read minutes-old numbers.
    staleTime: 10_000,
    refetchInterval: 60_000,
  })
  return { days: data, ...rest }
}
