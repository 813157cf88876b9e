import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  ambiguousSkus,
  CatalogueProduct,
  isImplausible,
} from "../../../modules/pos/domain/catalogue"
import { isPosError } from "../../../modules/pos/domain/pos-error"
import type {
  CatalogueCounts,
  SyncedProduct,
} from "../../../modules/pos/queries/products"
import { callPos } from "../call-pos"
import { posService } from "../module"
import { tellOwner } from "../tell-owner"

const NOTHING: CatalogueCounts = {
  products: 0,
  mapped: 0,
  ambiguous: 0,
  missing: 0,
}
/** SKUs asked for in one query. */
const CHUNK = 1_000

export type SyncResult = CatalogueCounts & { kept: boolean }

/**
 * Reads a connection's catalogue and finds the shop's variants by SKU.
 *
 * An answer that is empty or less than half of what was there is more likely a
 * fault: the mapping of before is kept and the owner told. Nothing to undo: the
 * next answer overwrites this one.
 *
 * @throws MedusaError NOT_ALLOWED with the vendor's reason when it does not answer
 */
export const syncPosCatalogueStep = createStep(
  "sync-pos-catalogue",
  async ({ id }: { id: string }, { container }) => {
    const pos = posService(container)
    const seen_at = new Date()
    const { products, name } = await read(id, container)
    const before = (await pos.countProducts([id])).get(id) ?? NOTHING
    const listed = before.products - before.missing
    const kept = isImplausible(listed, products.length)
    if (kept) {
      await tellOwner(container, {
        key: `pos-catalogue:${id}:${seen_at.toISOString().slice(0, 10)}`,
        title: `${name} answered a catalogue of ${products.length} products instead of ${listed}`,
        description:
          "The products known so far were kept. Look whether the POS still offers its products online.",
      })
    } else {
      await pos.writeCatalogue({
        connection_id: id,
        products: await mapProducts(products, container),
        seen_at,
      })
      await pos.updatePosConnections({ id, catalogue_synced_at: seen_at })
    }
    const after = (await pos.countProducts([id])).get(id) ?? NOTHING
    return new StepResponse<SyncResult>({ ...after, kept })
  }
)

async function read(id: string, container: MedusaContainer) {
  try {
    return await callPos(container, id, async (session, { name }) => ({
      products: await session.readCatalogue(),
      name,
    }))
  } catch (error) {
    if (isPosError(error)) {
      // Only Medusa's errors find their way out of a workflow.
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        error.explanation,
        error.kind
      )
    }
    throw error
  }
}

async function mapProducts(
  products: CatalogueProduct[],
  container: MedusaContainer
): Promise<SyncedProduct[]> {
  const ambiguous = ambiguousSkus(products)
  const variants = await variantsBySku(
    [...new Set(products.flatMap(({ sku }) => sku ?? []))],
    container
  )
  return products.map((product) => {
    const isAmbiguous = product.sku !== null && ambiguous.has(product.sku)
    const variant_id = isAmbiguous
      ? null
      : (variants.get(product.sku ?? "") ?? null)
    return {
      ...product,
      variant_id,
      mapping: isAmbiguous ? "ambiguous" : variant_id ? "sku" : "none",
    }
  })
}

async function variantsBySku(
  skus: string[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const variants = new Map<string, string>()
  for (let start = 0; start < skus.length; start += CHUNK) {
    const { data } = await query.graph({
      entity: "product_variant",
      fields: ["id", "sku"],
      filters: { sku: skus.slice(start, start + CHUNK) },
    })
    for (const { id, sku } of data) {
      if (sku) {
        variants.set(sku, id)
      }
    }
  }
  return variants
}
