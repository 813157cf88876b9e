import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { DISTRICT_FIELDS } from "../../query-config"
import { toAdminDistrict } from "../../to-wire"

/** As many as one import takes. */
const MOST = 5_000

/** All districts as a GeoJSON FeatureCollection (RFC 7946). */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "delivery_district",
    fields: DISTRICT_FIELDS,
    pagination: {
      take: MOST,
      skip: 0,
      order: { priority: "ASC", name: "ASC" },
    },
  })
  const features = data
    .map(toAdminDistrict)
    .map(({ boundary, ...district }) => ({
      type: "Feature" as const,
      id: district.id,
      geometry: boundary,
      properties: {
        name: district.name,
        priority: district.priority,
        is_active: district.is_active,
        aliases: district.aliases,
        postal_codes: district.postal_codes,
      },
    }))
  res
    .setHeader("Content-Type", "application/geo+json")
    .setHeader(
      "Content-Disposition",
      'attachment; filename="districts.geojson"'
    )
    .send(JSON.stringify({ type: "FeatureCollection", features }))
}
