import { OutboxHandler } from "../../lib/outbox"
import { notifyOwnerHandler } from "./outbox/notify-owner"

/** Every kind of message this deployment can send. Add new handlers here. */
export const outboxHandlers: OutboxHandler[] = [notifyOwnerHandler]
