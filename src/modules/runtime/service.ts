import { MedusaService } from "@medusajs/framework/utils"

import { OutboxMessage } from "./models/outbox-message"
import { ProcessHeartbeat } from "./models/process-heartbeat"
import { ReconcilerRun } from "./models/reconciler-run"

/** What the processes of this deployment need to agree on. */
export default class RuntimeModuleService extends MedusaService({
  OutboxMessage,
  ReconcilerRun,
  ProcessHeartbeat,
}) {}
