import { MedusaContainer } from "@medusajs/framework/types"

import type { ConnectionSettings } from "../../modules/pos/adapters/contract"
import { decideLines, LinesDecision } from "../../modules/pos/domain/lines"
import { posService } from "./module"
import type { PosSourceOrder } from "./read-order"

/**
 * Decides which lines of an order go to a connection, by its catalogue as it
 * was last read.
 *
 * @param taken - ids of lines that other connections have
 */
export async function decideOrder(
  {
    order,
    connection_id,
    settings,
    taken,
  }: {
    order: Pick<PosSourceOrder, "lines">
    connection_id: string
    settings: Pick<ConnectionSettings, "unmapped_lines">
    taken: ReadonlySet<string>
  },
  container: MedusaContainer
): Promise<LinesDecision> {
  const catalogue = await posService(container).findProducts(connection_id, {
    variant_ids: order.lines.flatMap(({ variant_id }) => variant_id ?? []),
    skus: order.lines.flatMap(({ sku }) => sku?.trim() || []),
  })
  return decideLines({
    lines: order.lines,
    catalogue,
    taken,
    unmapped: settings.unmapped_lines,
  })
}

/** What a person reads who has to settle which products are meant; null when nothing is to be settled. */
export function attentionOf(
  decision: LinesDecision
): { code: string; message: string } | null {
  if (decision.kind !== "hold") {
    return null
  }
  const names = (reason: string) =>
    decision.skipped
      .filter((line) => line.reason === reason)
      .map(({ title, sku }) => (sku ? `${title} (${sku})` : title))
      .join(", ")
  const ambiguous = names("ambiguous")
  return ambiguous
    ? {
        code: "ambiguous_product",
        message: `The POS has several products for: ${ambiguous}. Give each product of the POS a SKU of its own, read the catalogue again, then send the order.`,
      }
    : {
        code: "unmapped_lines",
        message: `The POS does not carry: ${names("not_carried")}. Give the product the same SKU there, read the catalogue again, then send the order.`,
      }
}
