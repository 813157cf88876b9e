import { createDeliveryDriversWorkflow } from "../../src/workflows/delivery/drivers"
import type { SeedContext } from "./context"
import { SEED_ACTOR } from "./districts"

const DRIVER = { name: "Maya Robles", phone: "+14155550188" }

/** Somebody who can drive today's route. */
export async function seedDriver({
  container,
  query,
}: SeedContext): Promise<void> {
  const { data: drivers } = await query.graph({
    entity: "delivery_driver",
    fields: ["id"],
    filters: { name: DRIVER.name },
  })
  if (!drivers.length) {
    await createDeliveryDriversWorkflow(container).run({
      input: { drivers: [DRIVER], actor: SEED_ACTOR },
    })
  }
}
