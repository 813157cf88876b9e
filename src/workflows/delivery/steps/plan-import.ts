import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  ImportedFeature,
  planImport,
} from "../../../modules/delivery/domain/import-districts"
import { deliveryService } from "../module"

type Input = {
  feature_collection: { features: ImportedFeature[] }
  name_property: string
}

/** Decides what a GeoJSON file changes; writes nothing. */
export const planImportStep = createStep(
  "plan-import",
  async ({ feature_collection, name_property }: Input, { container }) => {
    const names = feature_collection.features
      .map(({ properties }) => properties?.[name_property])
      .filter((name) => typeof name === "string")
    const existing = await deliveryService(container).listDeliveryDistricts(
      { name: names.map((name) => name.trim()) },
      { select: ["id", "name"], take: names.length || 1 }
    )
    return new StepResponse(
      planImport(
        feature_collection.features,
        name_property,
        new Map(existing.map(({ id, name }) => [name, id]))
      )
    )
  }
)
