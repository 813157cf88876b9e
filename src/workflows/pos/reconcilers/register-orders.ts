import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { Reconciler } from "../../../lib/reconciler"
import type { PosConnectionRecord } from "../../../modules/pos/parts/vendor"
import { RUNTIME_MODULE } from "../../../modules/runtime"
import RuntimeModuleService from "../../../modules/runtime/service"
import { posService } from "../module"
import { pushMessage } from "../push-message"
import { registerPosOrderWorkflow } from "../register-order"

/** An order that was placed just now has its event under way. */
const SETTLE_MS = 30_000
/** Orders are looked for from here back, and never from before the connection. */
const LOOK_BACK_MS = 2 * 86_400_000
const BATCH = 200

/**
 * Finds orders that no event brought to the POS: those in a connection's sales
 * channel that are not registered there (the event was lost, or the catalogue
 * had not been read), and those registered without a message (the process died
 * in between).
 */
export const registerPosOrders: Reconciler = {
  name: "pos-register-orders",
  everySeconds: 120,
  async run({ container, now }) {
    const connections = await posService(container).listPosConnections(
      { catalogue_synced_at: { $ne: null } },
      { take: 200 }
    )
    let found = 0
    for (const connection of connections) {
      found += await registerMissing(connection, container, now)
    }
    const queued = await queueMissing(container)
    return { found: found + queued, repaired: found + queued }
  },
}

async function registerMissing(
  connection: Pick<
    PosConnectionRecord,
    "id" | "sales_channel_id" | "created_at"
  >,
  container: MedusaContainer,
  now: Date
): Promise<number> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const since = Math.max(
    new Date(connection.created_at).getTime(),
    now.getTime() - LOOK_BACK_MS
  )
  let found = 0
  for (let skip = 0; ; skip += BATCH) {
    const { data } = await query.graph({
      entity: "order",
      fields: ["id"],
      filters: {
        sales_channel_id: connection.sales_channel_id,
        is_draft_order: false,
        canceled_at: null,
        created_at: {
          $gte: new Date(since),
          $lt: new Date(now.getTime() - SETTLE_MS),
        },
      },
      pagination: { take: BATCH, skip, order: { created_at: "ASC" } },
    })
    for (const order_id of await unregistered(
      connection.id,
      data.map(({ id }) => id),
      container
    )) {
      found++
      await registerPosOrderWorkflow(container).run({ input: { order_id } })
    }
    if (data.length < BATCH) {
      return found
    }
  }
}

async function unregistered(
  connectionId: string,
  orderIds: string[],
  container: MedusaContainer
): Promise<string[]> {
  if (!orderIds.length) {
    return []
  }
  const known = await posService(container).listPosOrders(
    { connection_id: connectionId, order_id: orderIds },
    { take: orderIds.length, select: ["id", "order_id"] }
  )
  const ids = new Set(known.map(({ order_id }) => order_id))
  return orderIds.filter((id) => !ids.has(id))
}

/** Messages of waiting orders; those that exist are left alone. */
async function queueMissing(container: MedusaContainer): Promise<number> {
  const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  let queued = 0
  for (let after = ""; ;) {
    const waiting = await posService(container).listWaitingOrders({
      after,
      limit: BATCH,
    })
    const ids = await runtime.enqueueOutboxMessages(waiting.map(pushMessage))
    queued += ids.length
    if (waiting.length < BATCH) {
      return queued
    }
    after = waiting[waiting.length - 1].id
  }
}
