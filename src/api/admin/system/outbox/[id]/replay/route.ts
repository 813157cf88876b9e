import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { actorFromRequest } from "../../../../../../lib/actor"
import { RUNTIME_MODULE } from "../../../../../../modules/runtime"
import RuntimeModuleService from "../../../../../../modules/runtime/service"
import { replayOutboxWorkflow } from "../../../../../../workflows/runtime/workflows/replay-outbox"
import { OUTBOX_FIELDS, toOutboxMessage } from "../../helpers"
import type { OutboxMessageResponse } from "../../../../../../sdk/types"

/** Sends a dead letter again; 404 when unknown, 400 when it is not one. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OutboxMessageResponse>
) => {
  const { id } = req.params
  await replayOutboxWorkflow(req.scope).run({
    input: { id, actor: actorFromRequest(req) },
  })
  const runtime = req.scope.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  const message = await runtime.retrieveOutboxMessage(id, {
    select: OUTBOX_FIELDS,
  })
  res.json({ message: toOutboxMessage(message) })
}
