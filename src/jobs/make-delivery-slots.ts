import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { makeSlotsWorkflow } from "../workflows/delivery/make-slots"

/** Makes dated slots ahead. Idempotent, so a run that was missed is made up by the next. */
export default async function makeDeliverySlots(container: MedusaContainer) {
  const locking = container.resolve(Modules.LOCKING)
  await locking.execute("cornerstore:make-delivery-slots", async () => {
    await makeSlotsWorkflow(container).run()
  })
}

export const config = {
  name: "cornerstore-make-delivery-slots",
  schedule: "7 * * * *",
}
