import { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  AdminDeliveryExceptionInput,
  ChangeExceptionResponse,
  DeliveryExceptionResponse,
  ListExceptionsResponse,
  ScheduleChange,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { windowsQueryKeys } from "./windows"

const PATH = "/admin/delivery/exceptions"

export type ExceptionsQuery = {
  district_id?: string
  /** Days in the shop's zone, inclusive. */
  from?: string
  to?: string
  limit?: number
  offset?: number
}

export const exceptionsQueryKeys = queryKeysFactory("exceptions")

export function useExceptions(
  query: ExceptionsQuery,
  options: { enabled?: boolean } = {}
) {
  const { data, ...rest } = useQuery<ListExceptionsResponse, FetchError>({
    queryKey: exceptionsQueryKeys.list(query),
    queryFn: () => sdk.client.fetch<ListExceptionsResponse>(PATH, { query }),
    placeholderData: keepPreviousData,
    ...options,
  })
  return { ...data, ...rest }
}

export function useException(id: string) {
  const { data, ...rest } = useQuery<DeliveryExceptionResponse, FetchError>({
    queryKey: exceptionsQueryKeys.detail(id),
    queryFn: () => sdk.client.fetch<DeliveryExceptionResponse>(`${PATH}/${id}`),
  })
  return { ...data, ...rest }
}

/** Slots follow an exception, and their load is kept with the windows. */
function useRefreshExceptions() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      [exceptionsQueryKeys.all, windowsQueryKeys.all].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey })
      )
    )
}

export function useCreateException() {
  return useMutation<
    ChangeExceptionResponse,
    FetchError,
    AdminDeliveryExceptionInput
  >({
    mutationFn: (body) =>
      sdk.client.fetch<ChangeExceptionResponse>(PATH, { method: "POST", body }),
    onSuccess: useRefreshExceptions(),
  })
}

export function useUpdateException(id: string) {
  return useMutation<
    ChangeExceptionResponse,
    FetchError,
    AdminDeliveryExceptionInput
  >({
    mutationFn: (body) =>
      sdk.client.fetch<ChangeExceptionResponse>(`${PATH}/${id}`, {
        method: "POST",
        body,
      }),
    onSuccess: useRefreshExceptions(),
  })
}

export function useDeleteException() {
  return useMutation<ScheduleChange, FetchError, string>({
    mutationFn: (id) =>
      sdk.client.fetch<ScheduleChange>(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: useRefreshExceptions(),
  })
}
