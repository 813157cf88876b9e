import { Reconciler } from "../../../lib/reconciler"
import { RUNTIME_MODULE } from "../../../modules/runtime"
import RuntimeModuleService from "../../../modules/runtime/service"

const BATCH = 500

/**
 * Gives messages whose sender died back to the queue, so that the dashboard
 * shows them as waiting. A drain would take them by itself as well: their
 * lease has ended.
 */
export const releaseStuckOutbox: Reconciler = {
  name: "release-stuck-outbox",
  everySeconds: 60,
  async run({ container, now }) {
    const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
    const released = await runtime.releaseExpiredOutboxLeases(now, BATCH)
    return { found: released, repaired: released }
  },
}
