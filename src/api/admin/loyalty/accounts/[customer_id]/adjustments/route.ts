import { randomUUID } from "node:crypto"

import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { actorFromRequest } from "../../../../../../lib/actor"
import type { LoyaltyAdjustmentResponse } from "../../../../../../sdk/types"
import { retrieveLoyaltyAccount } from "../../../../../../workflows/loyalty/account"
import { adjustPointsWorkflow } from "../../../../../../workflows/loyalty/adjust-points"
import {
  AdminAdjustLoyaltyType,
  IDEMPOTENCY_HEADER,
  idempotencyKey,
} from "../../../validators"
import { knownCustomerId } from "../../known-customer"

/**
 * Gives a customer points, or takes some. With an idempotency key, in the body or
 * the `Idempotency-Key` header, a repeated request counts once; without one each
 * request counts.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAdjustLoyaltyType>,
  res: MedusaResponse<LoyaltyAdjustmentResponse>
) => {
  const customer_id = await knownCustomerId(req)
  const { points, reason, idempotency_key } = req.validatedBody
  const { result: adjustment } = await adjustPointsWorkflow(req.scope).run({
    input: {
      customer_id,
      points,
      reason,
      idempotency_key: idempotency_key ?? keyOfHeader(req) ?? randomUUID(),
      actor: actorFromRequest(req),
    },
  })
  res.json({
    adjustment,
    account: await retrieveLoyaltyAccount(customer_id, req.scope),
  })
}

function keyOfHeader(
  req: Pick<AuthenticatedMedusaRequest, "headers">
): string | undefined {
  const parsed = idempotencyKey
    .optional()
    .safeParse(req.headers[IDEMPOTENCY_HEADER])
  if (!parsed.success) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The Idempotency-Key header must have 1 to 200 characters"
    )
  }
  return parsed.data
}
