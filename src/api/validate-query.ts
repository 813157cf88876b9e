import { zodValidator } from "@medusajs/framework"
import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

/**
 * Validates the query of a route that is not a Medusa entity, so that `fields`
 * and pagination of `validateAndTransformQuery` do not apply. The result is in
 * `req.validatedQuery`; a wrong query is answered with 400 and the fields.
 */
export function validateQuery(schema: z.ZodType<Record<string, unknown>>) {
  return async (
    req: MedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    try {
      req.validatedQuery = await zodValidator(schema, req.query)
      next()
    } catch (error) {
      next(error)
    }
  }
}
