import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import type { OrderInstructions } from "../../sdk/types"
import { INSTRUCTION_FIELDS, instructionsOf } from "./instructions"

/**
 * The instructions of carts or orders, by id.
 *
 * @param entity - whose
 * @param ids - bounded by the caller: one query reads them all
 */
export async function listInstructions(
  entity: "cart" | "order",
  ids: string[],
  container: MedusaContainer
): Promise<Map<string, OrderInstructions>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity,
    fields: INSTRUCTION_FIELDS,
    filters: { id: ids },
  })
  return new Map(data.map((each) => [each.id, instructionsOf(each)]))
}

/** @throws MedusaError NOT_FOUND */
export async function retrieveInstructions(
  entity: "cart" | "order",
  id: string,
  container: MedusaContainer
): Promise<OrderInstructions> {
  const found = (await listInstructions(entity, [id], container)).get(id)
  if (!found) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `${entity === "cart" ? "Cart" : "Order"} with id: ${id} was not found`
    )
  }
  return found
}
