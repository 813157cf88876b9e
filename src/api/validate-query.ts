import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

/**
 * Validates the query of a route that is not a Medusa entity, so that `fields`
 * and pagination of `validateAndTransformQuery` do not apply. The result is in
 * `req.validatedQuery`.
 *
 * @throws a zod error, which Medusa answers with 400 and the fields
 */
export function validateQuery(schema: z.ZodType<Record<string, unknown>>) {
  return (
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ): void => {
    const parsed = schema.safeParse(req.query)
    if (!parsed.success) {
      return next(parsed.error)
    }
    req.validatedQuery = parsed.data
    return next()
  }
}
