import { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../../lib/actor"
import { AUDIT_MODULE } from "../../../modules/audit"
import AuditModuleService from "../../../modules/audit/service"

/** One thing that somebody did. */
export type AuditInput = {
  actor: Actor
  /** `<resource>.<past tense>`, for example `delivery.delivered`. */
  action: string
  resource: {
    /** Singular, snake_case, for example `delivery_booking`. */
    type: string
    id: string
  }
  /**
   * What a reader needs to understand the action: ids, numbers, enum values,
   * the names of changed fields, before and after of settings.
   *
   * Never personal data (names, addresses, e-mail, phone, notes) and never
   * secrets: entries cannot be changed or removed, not even on a customer's
   * request for erasure.
   */
  details?: Record<string, unknown>
  /**
   * Natural key of what was done, for a workflow that may be finished by a
   * reconciler: the same key is accounted for once.
   */
  key?: string
}

export const recordAuditStepId = "record-audit"

/**
 * Appends one or several audit entries: the one way to do so, used by every
 * mutating admin workflow, after the steps that it accounts for.
 *
 * The log is append-only, so when the workflow is rolled back the step appends
 * `<action>.reverted` with the id of the entry that it takes back.
 *
 * @example
 * ```ts
 * recordAuditStep({
 *   actor: input.actor,
 *   action: "delivery.delivered",
 *   resource: { type: "delivery_booking", id: input.id },
 *   details: { order_id: input.order_id },
 * })
 * ```
 */
export const recordAuditStep = createStep(
  recordAuditStepId,
  async (input: AuditInput | AuditInput[], { container }) => {
    const inputs = Array.isArray(input) ? input : [input]
    const ids = await append(container, inputs)
    const reverted = inputs.flatMap(({ key: _, ...entry }, index) =>
      ids[index]
        ? {
            ...entry,
            action: `${entry.action}.reverted`,
            details: { reverted_entry_id: ids[index] },
          }
        : []
    )
    return new StepResponse(
      ids.flatMap((id) => (id ? { id } : [])),
      reverted
    )
  },
  async (reverted, { container }) => {
    if (reverted?.length) {
      await append(container, reverted)
    }
  }
)

function append(container: MedusaContainer, inputs: AuditInput[]) {
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  return audit.append(
    inputs.map(({ actor, action, resource, details, key }) => ({
      actor_type: actor.type,
      actor_id: actor.id,
      action,
      resource_type: resource.type,
      resource_id: resource.id,
      details: details ?? {},
      key,
    }))
  )
}
