import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { ReadFactsResponse } from "../../../../sdk/types"
import { readFactsPage } from "../../../../workflows/activity/reader-facts"
import { readerOf } from "../admit"
import { answerAway, isAway } from "../away"
import { GetReaderFactsType } from "../validators"

/**
 * Counts by day, without saying whose events they were.
 *
 * Refused with 401 for a key that is missing, unknown, expired or revoked, 403
 * when the key does not go so far, and 429 with `Retry-After` when it asks too
 * often.
 */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<ReadFactsResponse>
) => {
  const query = req.validatedQuery as GetReaderFactsType
  try {
    res.json(await readFactsPage(readerOf(req), query, req.scope))
  } catch (error) {
    if (!isAway(error)) {
      throw error
    }
    answerAway(req, res, error)
  }
}
