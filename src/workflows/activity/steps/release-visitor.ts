import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { activityService } from "../module"

export type ReleaseVisitorInput = {
  anonymous_id: string
  /** Whose turn ends; nothing happens when it is somebody else's. */
  customer_id: string
}

/** Ends a turn; undone, it goes on as if nothing had been said. */
export const releaseVisitorStep = createStep(
  "release-visitor",
  async (input: ReleaseVisitorInput, { container }) => {
    const at = await activityService(container).releaseVisitor(input)
    return new StepResponse(input, {
      anonymous_id: input.anonymous_id,
      at: at?.toISOString() ?? null,
    })
  },
  async (released, { container }) => {
    if (released?.at) {
      await activityService(container).resumeVisitor(
        released.anonymous_id,
        new Date(released.at)
      )
    }
  }
)
