import { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"

import type {
  ListRoutesResponse,
  PlanRoutes,
  PlanRoutesResponse,
  RouteResponse,
  RouteStatus,
} from "../../../sdk/types"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { auditQueryKeys } from "./audit"
import { bookingsQueryKeys } from "./bookings"
import { orderDeliveryQueryKeys } from "./order-delivery"

const PATH = "/admin/delivery/routes"
/** Drivers move routes on while somebody looks at them. */
const LIVE_MS = 10_000

export type RoutesQuery = {
  /** First and last day, `YYYY-MM-DD`, both included. */
  date_from?: string
  date_to?: string
  status?: RouteStatus[]
  driver_id?: string[]
  limit?: number
  offset?: number
}

export const routesQueryKeys = queryKeysFactory("routes")

export function useRoutes(query: RoutesQuery) {
  const { data, ...rest } = useQuery<ListRoutesResponse, FetchError>({
    queryKey: routesQueryKeys.list(query),
    queryFn: () => sdk.client.fetch<ListRoutesResponse>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: LIVE_MS,
  })
  return { ...data, ...rest }
}

/** One route, asked for again while it may be driven. */
export function useRoute(id: string) {
  const { data, ...rest } = useQuery<RouteResponse, FetchError>({
    queryKey: routesQueryKeys.detail(id),
    queryFn: () => sdk.client.fetch<RouteResponse>(`${PATH}/${id}`),
    refetchInterval: ({ state }) => {
      const status = state.data?.route.status
      return status === "published" || status === "started" ? LIVE_MS : false
    },
  })
  return { ...data, ...rest }
}

function useRefreshRoutes() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      [
        routesQueryKeys.all,
        bookingsQueryKeys.all,
        orderDeliveryQueryKeys.all,
        auditQueryKeys.all,
      ].map((queryKey) => queryClient.invalidateQueries({ queryKey }))
    )
}

/** Proposes the route of a day. */
export function usePlanRoutes() {
  return useMutation<PlanRoutesResponse, FetchError, PlanRoutes>({
    mutationFn: (body) =>
      sdk.client.fetch<PlanRoutesResponse>(`${PATH}/plan`, {
        method: "POST",
        body,
      }),
    onSuccess: useRefreshRoutes(),
  })
}

/** What can be done to a route; the path below it and what is sent. */
export type RouteChange =
  | { kind: "publish" }
  | { kind: "cancel" }
  | { kind: "renew-link" }
  | { kind: "revoke-link" }
  | { kind: "assign"; driver_id: string }
  | { kind: "order"; stop_ids: string[] }
  | { kind: "add-stop"; booking_id: string }
  | { kind: "remove-stop"; stop_id: string }

function requestOf(change: RouteChange): {
  path: string
  method: "POST" | "DELETE"
  body?: object
} {
  switch (change.kind) {
    case "publish":
    case "cancel":
      return { path: `/${change.kind}`, method: "POST" }
    case "renew-link":
      return { path: "/link", method: "POST" }
    case "revoke-link":
      return { path: "/link", method: "DELETE" }
    case "assign":
      return {
        path: "",
        method: "POST",
        body: { driver_id: change.driver_id },
      }
    case "order":
      return {
        path: "/stops/order",
        method: "POST",
        body: { stop_ids: change.stop_ids },
      }
    case "add-stop":
      return {
        path: "/stops",
        method: "POST",
        body: { booking_id: change.booking_id },
      }
    case "remove-stop":
      return { path: `/stops/${change.stop_id}`, method: "DELETE" }
  }
}

/** Changes a route; every change answers with the route after it. */
export function useChangeRoute(id: string) {
  const queryClient = useQueryClient()
  const refresh = useRefreshRoutes()
  return useMutation<RouteResponse, FetchError, RouteChange>({
    mutationFn: (change) => {
      const { path, ...request } = requestOf(change)
      return sdk.client.fetch<RouteResponse>(`${PATH}/${id}${path}`, request)
    },
    onSuccess: (answer) => {
      queryClient.setQueryData(routesQueryKeys.detail(id), answer)
      return refresh()
    },
    // Somebody else may have changed the route: show what it is now.
    onError: () => refresh(),
  })
}
