import type Medusa from "@medusajs/js-sdk"

import type {
  AdminRouteDetail,
  ListRoutesResponse,
  PlanRoutesResponse,
  RouteResponse,
} from "../../src/sdk"

/**
 * The route of a day whose driver has a link; planned when there is none.
 *
 * @param date - `YYYY-MM-DD`
 * @throws Error when there is nothing to drive
 */
export async function publishedRoute(
  sdk: Medusa,
  date: string
): Promise<Pick<AdminRouteDetail, "id" | "driver_url">> {
  const { routes } = await sdk.client.fetch<ListRoutesResponse>(
    "/admin/delivery/routes",
    { query: { date_from: date, date_to: date, limit: 20 } }
  )
  const out = routes.find(({ status }) => status === "published")
  if (out) {
    const { route } = await sdk.client.fetch<RouteResponse>(
      `/admin/delivery/routes/${out.id}`
    )
    return route
  }
  const { proposal } = await sdk.client.fetch<PlanRoutesResponse>(
    "/admin/delivery/routes/plan",
    { method: "POST", body: { date } }
  )
  const [draft] = proposal.routes
  if (!draft) {
    throw new Error(`The demo shop has nothing to drive on ${date}.`)
  }
  const { route } = await sdk.client.fetch<RouteResponse>(
    `/admin/delivery/routes/${draft.id}/publish`,
    { method: "POST", body: {} }
  )
  return route
}
