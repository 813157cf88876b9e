import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { activityService } from "../module"

export type LinkVisitorInput = {
  /** The id that the analytics client gave the browser. */
  anonymous_id: string
  /** A customer who is known to use that browser: the request has her session. */
  customer_id: string
}

/** Links a visitor to a customer; undone, the link is what it was before. */
export const linkVisitorStep = createStep(
  "link-visitor",
  async (input: LinkVisitorInput, { container }) => {
    const previous = await activityService(container).linkVisitor(input)
    return new StepResponse(input, {
      ...input,
      last_linked_at: previous.last_linked_at?.toISOString() ?? null,
    })
  },
  async (previous, { container }) => {
    if (!previous) {
      return
    }
    const { last_linked_at, ...link } = previous
    await activityService(container).restoreVisitorLink({
      ...link,
      last_linked_at: last_linked_at ? new Date(last_linked_at) : null,
    })
  }
)
