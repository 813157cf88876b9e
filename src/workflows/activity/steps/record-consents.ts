import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { ConsentState } from "../../../modules/activity/domain/consents"
import { activityService } from "../module"

export type RecordConsentsInput = {
  customer_id: string
  /** No two of the same purpose and channel. */
  consents: ConsentState[]
}

/** Appends what a customer says; undone, what she said before holds again. */
export const recordConsentsStep = createStep(
  "record-consents",
  async ({ customer_id, consents }: RecordConsentsInput, { container }) => {
    const service = activityService(container)
    const ids = await service.recordConsents(customer_id, consents)
    return new StepResponse(await service.listConsents(customer_id), {
      customer_id,
      ids,
    })
  },
  async (written, { container }) => {
    if (written?.ids.length) {
      const { customer_id, ids } = written
      await activityService(container).removeConsents(customer_id, ids)
    }
  }
)
