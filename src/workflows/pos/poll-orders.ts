import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { PosOrderReport } from "../../modules/pos/adapters/contract"
import { isPosError } from "../../modules/pos/domain/pos-error"
import { StatusMap } from "../../modules/pos/domain/status"
import { turnDueBefore } from "../../modules/pos/domain/turn"
import type { PosConnectionRecord } from "../../modules/pos/parts/vendor"
import type { PosOrderRow } from "../../modules/pos/queries/orders"
import { applyReport } from "./apply-report"
import { callPos } from "./call-pos"
import { posService } from "./module"

/** Orders of one poll: the vendor's list of open orders comes in one answer. */
const MOST_OPEN = 500
/** Orders asked for one by one, because the list no longer has them: of 120 calls a minute. */
const MOST_SINGLE = 20
/** The vendor's reads lag behind: a young order may not be listed yet. */
const MISSING_AFTER_MS = 10 * 60_000

const NOT_LISTED = {
  code: "not_listed",
  message:
    "The POS does not list this order any more, neither open nor closed. Look for it at the counter.",
}

/**
 * Asks every connection with open orders how they stand, when its turn has
 * come. Of several processes one asks; a connection that fails does not keep
 * the others waiting.
 *
 * @returns how many orders were asked for
 */
export async function pollPosOrders(
  container: MedusaContainer,
  now: Date
): Promise<number> {
  const connections = await posService(container).listPosConnections(
    { is_paused: false, health: ["unchecked", "healthy", "degraded"] },
    { take: 200 }
  )
  let asked = 0
  for (const connection of connections) {
    asked += await pollConnection(connection, container, now)
  }
  return asked
}

/** One connection: its turn, its open orders, its answer. */
export async function pollConnection(
  connection: Pick<
    PosConnectionRecord,
    "id" | "name" | "adapter" | "settings" | "failures"
  >,
  container: MedusaContainer,
  now: Date
): Promise<number> {
  const pos = posService(container)
  const open = await pos.listOpenOrders(connection.id, MOST_OPEN)
  if (!open.length) {
    return 0
  }
  const { poll_seconds } = await pos.readSettings(
    connection.adapter,
    connection.settings
  )
  const mine = await pos.claimTurn({
    id: connection.id,
    column: "orders_claimed_at",
    before: turnDueBefore(now, poll_seconds * 1_000, connection.failures),
    now,
  })
  if (!mine) {
    return 0
  }
  try {
    await poll(connection.id, open, container, now)
    await pos.updatePosConnections({ id: connection.id, orders_polled_at: now })
    return open.length
  } catch (error) {
    if (!isPosError(error)) {
      throw error
    }
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`POS connection ${connection.id}: ${error.message}`)
    return 0
  }
}

async function poll(
  connectionId: string,
  open: PosOrderRow[],
  container: MedusaContainer,
  now: Date
): Promise<void> {
  const { reports, statusMap } = await callPos(
    container,
    connectionId,
    async (session, { status_map }) => ({
      reports: await session.readOpenOrders(),
      statusMap: status_map,
    })
  )
  const byId = new Map(reports.map((report) => [report.external_id, report]))
  const gone: PosOrderRow[] = []
  for (const order of open) {
    const report = byId.get(order.external_id ?? "")
    if (report) {
      await applyReport(order, report, statusMap, container)
    } else {
      gone.push(order)
    }
  }
  for (const order of gone.slice(0, MOST_SINGLE)) {
    await follow(order, statusMap, container, now)
  }
}

/** An order that left the list of open ones: closed, as a rule. */
async function follow(
  order: PosOrderRow,
  statusMap: StatusMap,
  container: MedusaContainer,
  now: Date
): Promise<void> {
  const report = await readOne(order, container)
  if (report) {
    await applyReport(order, report, statusMap, container)
    return
  }
  const since = new Date(order.missing_since ?? order.sent_at ?? now)
  await posService(container).recordUnlisted({
    id: order.id,
    attention:
      now.getTime() - since.getTime() > MISSING_AFTER_MS ? NOT_LISTED : null,
    now,
  })
}

async function readOne(
  { connection_id, external_id }: PosOrderRow,
  container: MedusaContainer
): Promise<PosOrderReport | null> {
  try {
    return await callPos(container, connection_id, (session) =>
      session.readOrder(external_id ?? "")
    )
  } catch (error) {
    // Dutchie answers 400 to an id it does not like: as good as not knowing it.
    if (isPosError(error) && error.kind === "refused") {
      return null
    }
    throw error
  }
}
