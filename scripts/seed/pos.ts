import {
  createPosConnectionWorkflow,
  syncPosCatalogueWorkflow,
} from "../../src/workflows/pos/connections"
import { dutchieCatalogue } from "./catalogue/dutchie"
import type { SeedContext } from "./context"
import { SEED_ACTOR } from "./districts"
import type { Shop } from "./shop"

const NAME = "Dispensary counter"
/** A demo is looked at for minutes, so the register is asked often. */
const SETTINGS = { poll_seconds: 15, sync_minutes: 5 }
const ANSWER_MS = 10_000

/**
 * Connects the dispensary with the register at `CORNERSTORE_DUTCHIE_URL`, after
 * putting its shelf into it. Without that address, or when nobody answers
 * there, the shop sells without a POS and the owner can connect one by hand.
 *
 * @param env - `CORNERSTORE_DUTCHIE_URL` and `CORNERSTORE_DUTCHIE_KEY`
 */
export async function seedPos(
  context: SeedContext,
  shop: Shop,
  env: NodeJS.ProcessEnv
): Promise<void> {
  const { CORNERSTORE_DUTCHIE_URL: url, CORNERSTORE_DUTCHIE_KEY: key } = env
  if (!url || !key) {
    context.logger.info(
      "The demo gets no POS connection: CORNERSTORE_DUTCHIE_URL and CORNERSTORE_DUTCHIE_KEY are not set."
    )
    return
  }
  try {
    await fillRegister(url)
    await connect(context, shop, url, key)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    context.logger.warn(
      `The dispensary's register at ${url} could not be set up (${reason}): add it under Settings > POS connections.`
    )
  }
}

async function connect(
  { container, query }: SeedContext,
  shop: Shop,
  url: string,
  key: string
): Promise<void> {
  const { data: connections } = await query.graph({
    entity: "pos_connection",
    fields: ["id"],
    filters: { name: NAME },
  })
  const id =
    connections[0]?.id ??
    (
      await createPosConnectionWorkflow(container).run({
        input: {
          connection: {
            adapter: "dutchie",
            name: NAME,
            base_url: url,
            credentials: { api_key: key },
            sales_channel_id: shop.sales_channel_id,
            settings: SETTINGS,
          },
          actor: SEED_ACTOR,
        },
      })
    ).result.id
  await syncPosCatalogueWorkflow(container).run({
    input: { id, actor: SEED_ACTOR },
  })
}

/** Puts the dispensary's products into the simulator; what is there stays as it is. */
async function fillRegister(url: string): Promise<void> {
  const response = await fetch(new URL("/__sim/seed", url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      location: { locationName: "Cornerstore Dispensary" },
      products: dutchieCatalogue(),
    }),
    signal: AbortSignal.timeout(ANSWER_MS),
  })
  if (!response.ok) {
    throw new Error(
      `The simulated register at ${url} refused the demo's products: ${response.status} ${await response.text()}`
    )
  }
}
