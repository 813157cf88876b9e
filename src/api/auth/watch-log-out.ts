import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

import { activityService } from "../../workflows/activity/module"
import { visitorsOf } from "./visitors"
import { afterAnswer, loginQueue } from "./watch-log-in"

const sessionSchema = z.object({
  auth_context: z.object({
    actor_type: z.literal("customer"),
    actor_id: z.string().min(1),
  }),
})

/**
 * Notes on `DELETE /auth/session` that a customer no longer uses the browser,
 * when the request names it: what comes after is nobody's. Whose session it was
 * is read before Medusa ends it.
 */
export function watchLogOut(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const session = sessionSchema.safeParse(req.session)
  const visitors = visitorsOf(req.headers)
  if (session.success && visitors.length) {
    const { actor_id: customer_id } = session.data.auth_context
    afterAnswer(req, res, () => {
      const at = new Date()
      loginQueue(req).add(async () => {
        const service = activityService(req.scope)
        for (const anonymous_id of visitors) {
          await service.releaseVisitor({ anonymous_id, customer_id }, at)
        }
      })
    })
  }
  next()
}
