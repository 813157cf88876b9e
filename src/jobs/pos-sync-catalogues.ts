import { MedusaContainer } from "@medusajs/framework/types"

import { syncPosCatalogues } from "../workflows/pos/sync-catalogues"

/** Reads each POS's catalogue; how often is each connection's setting. */
export default async function posSyncCatalogues(container: MedusaContainer) {
  await syncPosCatalogues(container, new Date())
}

export const config = {
  name: "cornerstore-pos-sync-catalogues",
  schedule: "* * * * *",
}
