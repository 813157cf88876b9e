import { MedusaContainer } from "@medusajs/framework/types"

import { RUNTIME_MODULE } from "../../modules/runtime"
import RuntimeModuleService from "../../modules/runtime/service"
import { NOTIFY_OWNER } from "../runtime/outbox/notify-owner"

/**
 * Puts a line into the owner's feed, once per key. No personal data: the feed
 * is kept.
 */
export async function tellOwner(
  container: MedusaContainer,
  news: { key: string; title: string; description?: string }
): Promise<void> {
  const { key, ...payload } = news
  const runtime = container.resolve<RuntimeModuleService>(RUNTIME_MODULE)
  await runtime.enqueueOutboxMessages([{ kind: NOTIFY_OWNER, key, payload }])
}
