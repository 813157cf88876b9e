import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../lib/actor"
import type { ReconcileResponse } from "../../../../sdk/types"
import { reconcileNowWorkflow } from "../../../../workflows/runtime/workflows/reconcile-now"
import { AdminRunReconcilersType } from "../validators"

/** Runs one or all reconcilers now and says what each found. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminRunReconcilersType>,
  res: MedusaResponse<ReconcileResponse>
) => {
  const { result } = await reconcileNowWorkflow(req.scope).run({
    input: { name: req.validatedBody.name, actor: actorFromRequest(req) },
  })
  res.json({ runs: result })
}
