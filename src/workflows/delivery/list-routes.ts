import { MedusaContainer } from "@medusajs/framework/types"

import { ROUTE_STATUSES } from "../../modules/delivery/domain/route-status"
import type { RouteFilter } from "../../modules/delivery/queries/routes"
import type { AdminRoute } from "../../sdk/types"
import { deliveryService } from "./module"
import { toAdminRoute } from "./route-detail"

const SHOWN = ROUTE_STATUSES.filter((status) => status !== "canceled")

/**
 * A page of routes for the dashboard, newest day first.
 *
 * @param filter - without `status`, canceled routes are left out
 */
export async function listRoutes(
  filter: RouteFilter,
  page: { limit: number; offset: number },
  container: MedusaContainer
): Promise<{ routes: AdminRoute[]; count: number }> {
  const { rows, count } = await deliveryService(container).pageRoutes(
    { ...filter, status: filter.status ?? SHOWN },
    page
  )
  return { routes: rows.map(toAdminRoute), count }
}
