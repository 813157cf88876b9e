import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { ProgramChanges } from "../../../modules/loyalty_points/service"
import { loyaltyService } from "../module"

/** Changes the programme's rules for orders from now on. */
export const changeProgramStep = createStep(
  "change-program",
  async (changes: ProgramChanges, { container }) => {
    const { before, after } = await loyaltyService(container).changeProgram(
      changes,
      new Date()
    )
    const { active_since: _, ...rules } = before
    return new StepResponse({ before: rules, after }, rules)
  },
  async (before, { container }) => {
    if (before) {
      await loyaltyService(container).changeProgram(before, new Date())
    }
  }
)
