import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { ReadEventsResponse } from "../../../../sdk/types"
import {
  exportEvents,
  readEventsPage,
} from "../../../../workflows/activity/reader-events"
import { readerOf } from "../admit"
import { answerAway, isAway } from "../away"
import { GetReaderEventsType } from "../validators"
import { LINES, sendLines } from "./send-lines"

/**
 * Collected events in the order in which they arrived. A page as JSON, or with
 * `Accept: application/x-ndjson` all of them up to now, one to a line, and
 * `next_cursor` on the last line.
 *
 * Refused with 401 for a key that is missing, unknown, expired or revoked, 403
 * when the key does not go so far, and 429 with `Retry-After` when it asks too
 * often.
 */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<ReadEventsResponse>
) => {
  const query = req.validatedQuery as GetReaderEventsType
  const reader = readerOf(req)
  try {
    if (req.accepts(["application/json", LINES]) === LINES) {
      await sendLines(req, res, exportEvents(reader, query, req.scope))
    } else {
      res.json(await readEventsPage(reader, query, req.scope))
    }
  } catch (error) {
    if (!isAway(error)) {
      throw error
    }
    answerAway(req, res, error)
  }
}
