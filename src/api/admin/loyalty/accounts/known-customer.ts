import { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * The customer of the path.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function knownCustomerId(
  req: Pick<AuthenticatedMedusaRequest, "params" | "scope">
): Promise<string> {
  const id = req.params.customer_id
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  await query.graph(
    { entity: "customer", fields: ["id"], filters: { id } },
    { throwIfKeyNotFound: true }
  )
  return id
}
