import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import type { SaveGeocoderBody } from "../../sdk/types"
import { recordAuditStep } from "../audit/steps/record-audit"
import type { MapSetting } from "./map-setting"
import { saveGeocoderStep, saveMapSettingStep } from "./steps/save-setting"

export const saveGeocoderWorkflowId = "save-delivery-geocoder"

/** Sets who is asked where an address is, or nobody. */
export const saveGeocoderWorkflow = createWorkflow(
  saveGeocoderWorkflowId,
  (input: { geocoder: SaveGeocoderBody; actor: Actor }) => {
    const saved = saveGeocoderStep(input.geocoder)
    recordAuditStep(
      transform({ saved, input }, (data) => ({
        actor: data.input.actor,
        action: "delivery_geocoder.updated",
        resource: { type: "delivery_setting", id: "geocoder" },
        details: { ...data.saved },
      }))
    )
    return new WorkflowResponse(saved)
  }
)

export const saveMapSettingWorkflowId = "save-delivery-map-setting"

/** Sets what lies behind the districts on a map. */
export const saveMapSettingWorkflow = createWorkflow(
  saveMapSettingWorkflowId,
  (input: { map: MapSetting; actor: Actor }) => {
    const saved = saveMapSettingStep(input.map)
    recordAuditStep(
      transform({ saved, input }, (data) => ({
        actor: data.input.actor,
        action: "delivery_map.updated",
        resource: { type: "delivery_setting", id: "map" },
        // Addresses of tiles may carry a key.
        details: {
          has_style: data.saved.style_url !== null,
          has_tiles: data.saved.tiles !== null,
        },
      }))
    )
    return new WorkflowResponse(saved)
  }
)
