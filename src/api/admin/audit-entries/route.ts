import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { ListAuditResponse } from "../../../sdk/types"
import { findActorNames, StoredAuditEntry, toAuditEntry } from "./helpers"
import { AdminGetAuditEntriesParamsType } from "./validators"

/** Who did what, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetAuditEntriesParamsType>,
  res: MedusaResponse<ListAuditResponse>
) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "audit_entry",
    fields: req.queryConfig.fields,
    filters: req.filterableFields,
    pagination: {
      skip: req.queryConfig.pagination.skip,
      take: req.queryConfig.pagination.take,
      order: { created_at: "DESC", id: "DESC" },
    },
  })
  const entries = data as StoredAuditEntry[]
  const names = await findActorNames(query, entries)
  res.json({
    entries: entries.map((entry) => toAuditEntry(entry, names)),
    count: metadata?.count ?? entries.length,
    offset: metadata?.skip ?? 0,
    limit: metadata?.take ?? entries.length,
  })
}
