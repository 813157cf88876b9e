import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { CollectorSettingsChanges } from "../../modules/activity/collector-settings"
import type { CollectorSettings } from "../../modules/activity/domain/collector-settings"
import { AuditInput, recordAuditStep } from "../audit"
import { changeCollectorSettingsStep } from "./steps/change-collector-settings"

export const updateCollectorSettingsWorkflowId = "update-collector-settings"

/** Changes what is collected and how long it is kept, and accounts for it. */
export const updateCollectorSettingsWorkflow = createWorkflow(
  updateCollectorSettingsWorkflowId,
  (
    input: WorkflowData<{ changes: CollectorSettingsChanges; actor: Actor }>
  ) => {
    const changed = changeCollectorSettingsStep(input.changes)
    recordAuditStep(
      transform({ input, changed }, (data) =>
        prepareSettingsAudit(data.changed, data.input.actor)
      )
    )
    return new WorkflowResponse(changed)
  }
)

/** Before and after of each setting that changed; nothing when none did. */
export function prepareSettingsAudit(
  { before, after }: { before: CollectorSettings; after: CollectorSettings },
  actor: Actor
): AuditInput[] {
  const was = flat(before)
  const is = flat(after)
  const changed = Object.keys(is).filter(
    (name) => JSON.stringify(was[name]) !== JSON.stringify(is[name])
  )
  return changed.length
    ? [
        {
          actor,
          action: "activity_settings.updated",
          resource: { type: "activity_settings", id: "default" },
          details: Object.fromEntries(
            changed.map((name) => [name, { from: was[name], to: is[name] }])
          ),
        },
      ]
    : []
}

const flat = ({
  consent,
  retention,
}: CollectorSettings): Record<string, unknown> => ({ ...consent, ...retention })
