import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import {
  POS_CANCEL_ORDER,
  POS_PUSH_ORDER,
  posMessageKey,
} from "../../modules/pos/domain/outbox"
import type { PosConnectionRecord } from "../../modules/pos/parts/vendor"
import type { PosOrderRecord } from "../../modules/pos/service"
import { RUNTIME_MODULE } from "../../modules/runtime"
import RuntimeModuleService from "../../modules/runtime/service"
import type { AdminOrderPos, AdminOrderPosResponse } from "../../sdk/types"
import { posService } from "./module"

/** More connections than any sales channel has. */
const MOST = 50

/** How an order stands at each POS of its sales channel. */
export async function retrieveOrderPos(
  orderId: string,
  container: MedusaContainer
): Promise<AdminOrderPosResponse> {
  const pos = posService(container)
  const orders = await pos.listPosOrders(
    { order_id: orderId },
    { take: MOST, order: { created_at: "ASC", id: "ASC" } }
  )
  const channel = await channelOf(orderId, container)
  const connections = await pos.listPosConnections(
    {
      $or: [
        { id: orders.map(({ connection_id }) => connection_id) },
        ...(channel ? [{ sales_channel_id: channel.id }] : []),
      ],
    },
    // The name of a connection that was deleted is still worth knowing.
    { take: MOST, withDeleted: true }
  )
  const messages = await messagesOf(orders, container)
  const byId = new Map(connections.map((each) => [each.id, each]))
  return {
    pos_orders: orders.map((order) =>
      toOrderPos(order, byId.get(order.connection_id), messages.get(order.id))
    ),
    expected:
      channel && !channel.is_canceled
        ? connections
            .filter(
              ({ id, deleted_at, created_at }) =>
                !deleted_at &&
                new Date(created_at) <= channel.placed_at &&
                !orders.some(({ connection_id }) => connection_id === id)
            )
            .map(({ id, name, catalogue_synced_at }) => ({
              id,
              name,
              catalogue_read: catalogue_synced_at !== null,
            }))
        : [],
  }
}

const channelSchema = z.object({
  sales_channel_id: z.string().nullish(),
  canceled_at: z.unknown(),
  created_at: z.coerce.date(),
})

async function channelOf(orderId: string, container: MedusaContainer) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    {
      entity: "order",
      fields: ["id", "sales_channel_id", "canceled_at", "created_at"],
      filters: { id: orderId },
    },
    { throwIfKeyNotFound: true }
  )
  const order = channelSchema.parse(data[0])
  return order.sales_channel_id
    ? {
        id: order.sales_channel_id,
        is_canceled: Boolean(order.canceled_at),
        placed_at: order.created_at,
      }
    : null
}

/** The message each order waits for: its sending, or its cancellation. */
async function messagesOf(
  orders: PosOrderRecord[],
  container: MedusaContainer
): Promise<Map<string, AdminOrderPos["message"]>> {
  const messages = new Map<string, AdminOrderPos["message"]>()
  const open = orders.filter(
    ({ push_state, cancel_state }) =>
      push_state === "waiting" || cancel_state === "requested"
  )
  if (!open.length) {
    return messages
  }
  const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  const rows = await runtime.listOutboxMessages(
    {
      kind: [POS_PUSH_ORDER, POS_CANCEL_ORDER],
      key: open.map(posMessageKey),
    },
    { take: 2 * MOST }
  )
  for (const order of open) {
    const kind =
      order.push_state === "waiting" ? POS_PUSH_ORDER : POS_CANCEL_ORDER
    const row = rows.find(
      (each) => each.kind === kind && each.key === posMessageKey(order)
    )
    if (row && row.status !== "sent") {
      messages.set(order.id, {
        id: row.id,
        status: row.status,
        attempts: row.attempts,
        last_error: row.last_error,
        next_attempt_at:
          row.status === "failed" ? null : instant(row.next_attempt_at),
      })
    }
  }
  return messages
}

const linesSchema = z.array(
  z.object({
    line_item_id: z.string(),
    title: z.string(),
    sku: z.string().nullable(),
    quantity: z.number(),
  })
)
const skippedSchema = z.array(
  linesSchema.element.extend({
    reason: z.enum(["not_carried", "ambiguous", "taken"]),
  })
)

function toOrderPos(
  order: PosOrderRecord,
  connection: PosConnectionRecord | undefined,
  message: AdminOrderPos["message"] = null
): AdminOrderPos {
  const gaveUp = order.attention_code !== null || message?.status === "failed"
  return {
    id: order.id,
    connection: {
      id: order.connection_id,
      name: connection?.name ?? order.connection_id,
      adapter: connection?.adapter ?? "",
      is_paused: connection?.is_paused ?? false,
      health: connection?.health ?? "unchecked",
    },
    state: order.push_state,
    status: order.status,
    external_status: order.external_status,
    is_status_unknown: order.is_status_unknown,
    status_reason: order.status_reason,
    status_changed_at: instant(order.status_changed_at),
    polled_at: instant(order.polled_at),
    external_id: order.external_id,
    reference: order.reference,
    sent_at: instant(order.sent_at),
    lines: linesSchema.parse(order.lines),
    skipped_lines: skippedSchema.parse(order.skipped_lines),
    attention: order.attention_code
      ? { code: order.attention_code, message: order.attention ?? "" }
      : null,
    cancel_state: order.cancel_state,
    message,
    can_send_again:
      order.cancel_state === "none" &&
      (order.push_state === "skipped" ||
        (order.push_state === "waiting" && gaveUp)),
  }
}

const instant = (value: Date | string | null): string | null =>
  value === null ? null : new Date(value).toISOString()
