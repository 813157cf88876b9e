import { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  CreatedReaderKeyResponse,
  CreateReaderKey,
  ListReaderKeysResponse,
  ReaderKeyResponse,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const PATH = "/admin/activity/reader-keys"

export type ReaderKeysQuery = { q?: string; limit?: number; offset?: number }

export const readerKeysQueryKeys = queryKeysFactory("reader_keys")

/** Keys of systems outside the shop, newest first. */
export function useReaderKeys(query: ReaderKeysQuery) {
  const { data, ...rest } = useQuery<ListReaderKeysResponse, FetchError>({
    queryKey: readerKeysQueryKeys.list(query),
    queryFn: () => sdk.client.fetch<ListReaderKeysResponse>(PATH, { query }),
    placeholderData: keepPreviousData,
  })
  return { ...data, ...rest }
}

function useRefresh() {
  const queryClient = useQueryClient()
  return () =>
    queryClient.invalidateQueries({ queryKey: readerKeysQueryKeys.all })
}

/** Makes a key; the secret is in this answer only. */
export function useCreateReaderKey() {
  return useMutation<CreatedReaderKeyResponse, FetchError, CreateReaderKey>({
    mutationFn: (body) =>
      sdk.client.fetch<CreatedReaderKeyResponse>(PATH, {
        method: "POST",
        body,
      }),
    onSuccess: useRefresh(),
    // Nothing keeps the secret longer than the page that shows it.
    gcTime: 0,
  })
}

export function useRevokeReaderKey() {
  return useMutation<ReaderKeyResponse, FetchError, string>({
    mutationFn: (id) =>
      sdk.client.fetch<ReaderKeyResponse>(`${PATH}/${id}/revoke`, {
        method: "POST",
      }),
    onSettled: useRefresh(),
  })
}
