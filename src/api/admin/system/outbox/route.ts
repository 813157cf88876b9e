import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { RUNTIME_MODULE } from "../../../../modules/runtime"
import RuntimeModuleService from "../../../../modules/runtime/service"
import { AdminGetOutboxParamsType } from "../validators"
import type { ListOutboxResponse } from "../../../../sdk/types"
import { OUTBOX_FIELDS, toOutboxMessage } from "./helpers"

/**
 * Messages to other systems, newest first. Without payload and result: they
 * may carry what a customer entered.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetOutboxParamsType>,
  res: MedusaResponse<ListOutboxResponse>
) => {
  const runtime = req.scope.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  const { status, kind, limit, offset } = req.validatedQuery
  const [messages, count] = await runtime.listAndCountOutboxMessages(
    { ...(status && { status }), ...(kind && { kind }) },
    {
      select: OUTBOX_FIELDS,
      skip: offset,
      take: limit,
      order: { id: "DESC" },
    }
  )
  res.json({ messages: messages.map(toOutboxMessage), count, offset, limit })
}
