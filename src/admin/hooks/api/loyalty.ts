import { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  AdminListLoyaltyEntriesResponse,
  LoyaltyAccountResponse,
  LoyaltyAdjustmentResponse,
  LoyaltyProgram,
  LoyaltyProgramResponse,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { auditQueryKeys } from "./audit"

const PROGRAM = "/admin/loyalty/program"
const accountPath = (customerId: string) =>
  `/admin/loyalty/accounts/${customerId}`

export const loyaltyQueryKeys = queryKeysFactory("loyalty")
export const loyaltyProgramQueryKeys = queryKeysFactory("loyalty_program")

/** By which rules points are earned. */
export function useLoyaltyProgram() {
  const { data, ...rest } = useQuery<LoyaltyProgramResponse, FetchError>({
    queryKey: loyaltyProgramQueryKeys.all,
    queryFn: () => sdk.client.fetch<LoyaltyProgramResponse>(PROGRAM),
  })
  return { program: data?.program, ...rest }
}

export type LoyaltyProgramChanges = Partial<
  Omit<LoyaltyProgram, "active_since">
>

export function useUpdateLoyaltyProgram() {
  const queryClient = useQueryClient()
  return useMutation<LoyaltyProgramResponse, FetchError, LoyaltyProgramChanges>(
    {
      mutationFn: (body) =>
        sdk.client.fetch<LoyaltyProgramResponse>(PROGRAM, {
          method: "POST",
          body,
        }),
      onSuccess: () =>
        Promise.all(
          [loyaltyProgramQueryKeys.all, auditQueryKeys.all].map((queryKey) =>
            queryClient.invalidateQueries({ queryKey })
          )
        ),
    }
  )
}

/** What a customer has. */
export function useLoyaltyAccount(customerId: string) {
  const { data, ...rest } = useQuery<LoyaltyAccountResponse, FetchError>({
    queryKey: loyaltyQueryKeys.detail(customerId),
    queryFn: () =>
      sdk.client.fetch<LoyaltyAccountResponse>(accountPath(customerId)),
    staleTime: 10_000,
  })
  return { account: data?.account, ...rest }
}

/** What a customer earned and lost, newest first. */
export function useLoyaltyEntries(customerId: string, limit: number) {
  const { data, ...rest } = useQuery<
    AdminListLoyaltyEntriesResponse,
    FetchError
  >({
    queryKey: loyaltyQueryKeys.list({ customerId, limit }),
    queryFn: () =>
      sdk.client.fetch<AdminListLoyaltyEntriesResponse>(
        `${accountPath(customerId)}/entries`,
        { query: { limit } }
      ),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
  return { ...data, ...rest }
}

export type LoyaltyAdjustmentInput = {
  /** Signed. */
  points: number
  reason: string
  /** The same for every attempt of one adjustment, so that it counts once. */
  idempotency_key: string
}

/** Gives a customer points, or takes some. */
export function useAdjustLoyalty(customerId: string) {
  const queryClient = useQueryClient()
  return useMutation<
    LoyaltyAdjustmentResponse,
    FetchError,
    LoyaltyAdjustmentInput
  >({
    mutationFn: (body) =>
      sdk.client.fetch<LoyaltyAdjustmentResponse>(
        `${accountPath(customerId)}/adjustments`,
        { method: "POST", body }
      ),
    onSuccess: () =>
      Promise.all(
        [loyaltyQueryKeys.all, auditQueryKeys.all].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey })
        )
      ),
  })
}
