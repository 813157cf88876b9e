import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { orderReference } from "../../../modules/pos/domain/reference"
import type { PosConnectionRecord } from "../../../modules/pos/parts/vendor"
import { attentionOf, decideOrder } from "../decide-order"
import { posService } from "../module"
import { PosSourceOrder, readSourceOrder } from "../read-order"
import { takenLines } from "../taken-lines"
import { tellOwner } from "../tell-owner"

/** More connections than any sales channel has. */
const MOST_CONNECTIONS = 50

type Registered = {
  id: string
  connection_id: string
  order_id: string
  /** False for an order that is not sent, or waits for a person. */
  send: boolean
}

/**
 * Registers an order at each connection of its sales channel whose catalogue
 * has been read: to be sent, to wait for a person, or as none of the POS's
 * business. The oldest connection that carries a line gets it.
 *
 * A connection without a catalogue is left out: nothing can be decided yet, and
 * the reconciler comes back to it.
 */
export const registerPosOrderStep = createStep(
  "register-pos-order",
  async ({ order_id }: { order_id: string }, { container }) => {
    const order = await readSourceOrder(order_id, container)
    if (!order?.sales_channel_id || order.is_canceled || order.is_draft) {
      return new StepResponse<Registered[], string[]>([], [])
    }
    // Two runs at once would both give a line away.
    const locking = container.resolve(Modules.LOCKING)
    const registered = await locking.execute(
      `cornerstore:pos-order:${order_id}`,
      () => register(order, container)
    )
    return new StepResponse(
      registered,
      registered.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await posService(container).removeUntouchedOrders(ids)
    }
  }
)

async function register(
  order: PosSourceOrder,
  container: MedusaContainer
): Promise<Registered[]> {
  const pos = posService(container)
  const connections = await pos.listPosConnections(
    { sales_channel_id: order.sales_channel_id ?? "" },
    { take: MOST_CONNECTIONS, order: { created_at: "ASC", id: "ASC" } }
  )
  const existing = connections.length
    ? await pos.listPosOrders({ order_id: order.id }, { take: 200 })
    : []
  const known = new Set(existing.map(({ connection_id }) => connection_id))
  const taken = takenLines(existing)
  const registered: Registered[] = []
  for (const connection of connections) {
    if (!connection.catalogue_synced_at || known.has(connection.id)) {
      continue
    }
    const one = await registerAt(connection, order, taken, container)
    if (one) {
      registered.push(one.registered)
      one.line_ids.forEach((id) => taken.add(id))
    }
  }
  return registered
}

async function registerAt(
  connection: Pick<PosConnectionRecord, "id" | "name" | "adapter" | "settings">,
  order: PosSourceOrder,
  taken: ReadonlySet<string>,
  container: MedusaContainer
): Promise<{ registered: Registered; line_ids: string[] } | null> {
  const pos = posService(container)
  const decision = await decideOrder(
    {
      order,
      connection_id: connection.id,
      settings: await pos.readSettings(connection.adapter, connection.settings),
      taken,
    },
    container
  )
  const attention = attentionOf(decision)
  const id = await pos.registerOrder({
    connection_id: connection.id,
    order_id: order.id,
    reference: orderReference(order.display_id, order.id),
    push_state: decision.kind === "skip" ? "skipped" : "waiting",
    lines: decision.lines,
    skipped_lines: decision.skipped,
    attention_code: attention?.code ?? null,
    attention: attention?.message ?? null,
  })
  if (!id) {
    return null
  }
  if (attention) {
    await tellOwner(container, {
      key: `pos-order:${id}:${attention.code}`,
      title: `Order #${order.display_id} waits for you before it goes to ${connection.name}`,
      description: attention.message,
    })
  }
  return {
    registered: {
      id,
      connection_id: connection.id,
      order_id: order.id,
      send: decision.kind === "push",
    },
    line_ids: decision.lines.map(({ line_item_id }) => line_item_id),
  }
}
