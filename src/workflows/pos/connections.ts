import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { Actor } from "../../lib/actor"
import { recordAuditStep } from "../audit/steps/record-audit"
import { checkPosConnectionStep } from "./steps/check-connection"
import {
  CreatePosConnectionData,
  createPosConnectionStep,
  deletePosConnectionStep,
  UpdatePosConnectionData,
  updatePosConnectionStep,
} from "./steps/connections"
import { resumePosConnectionStep } from "./steps/resume-connection"
import { syncPosCatalogueStep } from "./steps/sync-catalogue"

const resourceOf = (id: string) => ({ type: "pos_connection", id })

export const createPosConnectionWorkflowId = "create-pos-connection-workflow"

/**
 * Connects a location of a POS. Call `syncPosCatalogueWorkflow` next: orders
 * are sent once the catalogue has been read.
 *
 * @example
 * ```ts
 * await createPosConnectionWorkflow(container).run({
 *   input: {
 *     connection: {
 *       adapter: "dutchie",
 *       name: "Market Street",
 *       credentials: { api_key: "..." },
 *       sales_channel_id,
 *     },
 *     actor: systemActor("seed"),
 *   },
 * })
 * ```
 *
 * @throws MedusaError INVALID_DATA naming what is wrong
 */
export const createPosConnectionWorkflow = createWorkflow(
  createPosConnectionWorkflowId,
  (input: { connection: CreatePosConnectionData; actor: Actor }) => {
    const connection = createPosConnectionStep(input.connection)
    recordAuditStep(
      transform({ connection, input }, ({ connection, input }) => ({
        actor: input.actor,
        action: "pos_connection.created",
        resource: resourceOf(connection.id),
        details: { name: connection.name, adapter: connection.adapter },
      }))
    )
    return new WorkflowResponse(
      transform({ connection }, ({ connection: { id, name } }) => ({
        id,
        name,
      }))
    )
  }
)

export const updatePosConnectionWorkflowId = "update-pos-connection-workflow"

/**
 * Changes, pauses or resumes a connection. What was given up while it did not
 * work is queued again.
 */
export const updatePosConnectionWorkflow = createWorkflow(
  updatePosConnectionWorkflowId,
  (input: { connection: UpdatePosConnectionData; actor: Actor }) => {
    const connection = updatePosConnectionStep(input.connection)
    recordAuditStep(
      transform({ connection, input }, ({ connection, input }) => ({
        actor: input.actor,
        action: "pos_connection.updated",
        resource: resourceOf(connection.id),
        // Names of fields only: among them are keys.
        details: {
          name: connection.name,
          changed: Object.keys(input.connection).filter((key) => key !== "id"),
        },
      }))
    )
    resumePosConnectionStep(
      transform({ connection }, ({ connection }) => ({ id: connection.id }))
    )
    return new WorkflowResponse(connection)
  }
)

export const deletePosConnectionWorkflowId = "delete-pos-connection-workflow"

/** @throws MedusaError NOT_ALLOWED while it has orders that are not finished */
export const deletePosConnectionWorkflow = createWorkflow(
  deletePosConnectionWorkflowId,
  (input: { id: string; name: string; actor: Actor }) => {
    const deleted = deletePosConnectionStep(
      transform({ input }, (data) => ({ id: data.input.id }))
    )
    recordAuditStep(
      transform({ input }, ({ input }) => ({
        actor: input.actor,
        action: "pos_connection.deleted",
        resource: resourceOf(input.id),
        details: { name: input.name },
      }))
    )
    return new WorkflowResponse(deleted)
  }
)

export const checkPosConnectionWorkflowId = "check-pos-connection-workflow"

/** Calls the vendor to see whether a connection works, and resumes it when it does. */
export const checkPosConnectionWorkflow = createWorkflow(
  checkPosConnectionWorkflowId,
  (input: { id: string; actor: Actor }) => {
    const result = checkPosConnectionStep(
      transform({ input }, (data) => ({ id: data.input.id }))
    )
    recordAuditStep(
      transform({ input, result }, ({ input, result }) => ({
        actor: input.actor,
        action: "pos_connection.checked",
        resource: resourceOf(input.id),
        details: { ok: result.ok },
      }))
    )
    resumePosConnectionStep(
      transform({ input }, (data) => ({ id: data.input.id }))
    )
    return new WorkflowResponse(result)
  }
)

export const syncPosCatalogueWorkflowId = "sync-pos-catalogue-workflow"

/**
 * Reads a connection's catalogue.
 *
 * @param input.actor - set when a person asked for it, who is then accounted for
 * @throws MedusaError NOT_ALLOWED with the vendor's reason when it does not answer
 */
export const syncPosCatalogueWorkflow = createWorkflow(
  syncPosCatalogueWorkflowId,
  (input: { id: string; actor?: Actor }) => {
    const result = syncPosCatalogueStep(
      transform({ input }, (data) => ({ id: data.input.id }))
    )
    when("audit-pos-sync", { input }, (data) => !!data.input.actor).then(() => {
      recordAuditStep(
        transform({ input, result }, ({ input, result }) => ({
          actor: input.actor ?? { type: "system", id: "pos" },
          action: "pos_connection.synced",
          resource: resourceOf(input.id),
          details: { products: result.products, mapped: result.mapped },
        }))
      )
    })
    return new WorkflowResponse(result)
  }
)
