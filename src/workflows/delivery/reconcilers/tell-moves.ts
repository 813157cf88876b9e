import { MedusaContainer } from "@medusajs/framework/types"

import { Reconciler } from "../../../lib/reconciler"
import { AUDIT_MODULE } from "../../../modules/audit"
import AuditModuleService from "../../../modules/audit/service"
import type { MoveRow } from "../../../modules/delivery/queries/rebooking"
import { deliveryService } from "../module"
import { auditKeyOf } from "../order-slot/audit"
import { tellOfMovesWorkflow } from "../order-slot/tell-of-moves"

/** The workflow of the change may still be at it. */
const SETTLED_AFTER_MS = 30_000
const LOOK_BACK_MS = 2 * 86_400_000
const BATCH = 500

/** Tells of changes of slot whose process died before it could. */
export const tellMoves: Reconciler = {
  name: "delivery-tell-moves",
  everySeconds: 120,
  async run({ container, now }) {
    const delivery = deliveryService(container)
    const before = new Date(now.getTime() - SETTLED_AFTER_MS)
    let since = new Date(now.getTime() - LOOK_BACK_MS)
    let found = 0
    for (;;) {
      const moves = await delivery.listMovesBetween({ since, before }, BATCH)
      const missing = await untold(moves, container)
      if (missing.length) {
        found += missing.length
        await tellOfMovesWorkflow(container).run({ input: { moves: missing } })
      }
      const last = moves.at(-1)
      if (!last || moves.length < BATCH) {
        return { found, repaired: found }
      }
      // The last one is looked at again: others may share its instant.
      since = last.created_at
    }
  },
}

/** The audit entry is written last: where it is missing, something may be. */
async function untold(
  moves: MoveRow[],
  container: MedusaContainer
): Promise<MoveRow[]> {
  if (!moves.length) {
    return []
  }
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const entries = await audit.listAuditEntries(
    { key: moves.map(auditKeyOf) },
    { take: moves.length, select: ["id", "key"] }
  )
  const told = new Set(entries.map(({ key }) => key))
  return moves.filter((move) => !told.has(auditKeyOf(move)))
}
