import { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type {
  AdminDeliveryWindow,
  AdminDeliveryWindowInput,
  ChangeWindowResponse,
  DeliveryWindowResponse,
  ListWindowsResponse,
  ScheduleChange,
} from "../../../sdk/types"
import { fetchAll } from "../../lib/fetch-all"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const PATH = "/admin/delivery/windows"

export type WindowInput = AdminDeliveryWindowInput
/** All that a window says. */
export type WindowChange = Omit<AdminDeliveryWindow, "id" | "district_id">

export const windowsQueryKeys = queryKeysFactory("windows")

/** All weekly windows, of one district or of every one. */
export function useWindows(query: { district_id?: string } = {}) {
  const { data, ...rest } = useQuery<AdminDeliveryWindow[], FetchError>({
    queryKey: windowsQueryKeys.list(query),
    queryFn: () =>
      fetchAll<ListWindowsResponse, AdminDeliveryWindow>(
        PATH,
        query,
        (answer) => answer.windows
      ),
  })
  return { windows: data, ...rest }
}

function useRefreshWindows() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: windowsQueryKeys.all })
}

export function useCreateWindow() {
  return useMutation<DeliveryWindowResponse, FetchError, WindowInput>({
    mutationFn: (body) =>
      sdk.client.fetch<DeliveryWindowResponse>(PATH, { method: "POST", body }),
    onSuccess: useRefreshWindows(),
  })
}

export function useUpdateWindow(id: string) {
  return useMutation<ChangeWindowResponse, FetchError, WindowChange>({
    mutationFn: (body) =>
      sdk.client.fetch<ChangeWindowResponse>(`${PATH}/${id}`, {
        method: "POST",
        body,
      }),
    onSuccess: useRefreshWindows(),
  })
}

export function useDeleteWindow() {
  return useMutation<ScheduleChange, FetchError, string>({
    mutationFn: (id) =>
      sdk.client.fetch<ScheduleChange>(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: useRefreshWindows(),
  })
}
