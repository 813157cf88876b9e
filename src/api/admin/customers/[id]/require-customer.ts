import { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * The id of the path, if there is such a customer.
 *
 * @throws MedusaError NOT_FOUND when there is none
 */
export async function requireCustomer(
  req: Pick<MedusaRequest, "params" | "scope">
): Promise<string> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    { entity: "customer", fields: ["id"], filters: { id: req.params.id } },
    { throwIfKeyNotFound: true }
  )
  return data[0].id
}
