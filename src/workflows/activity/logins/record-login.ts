import { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { getCurrentOptions } from "../../../lib/current-options"
import { keyedHash } from "../../../lib/encryption/keyed-hash"
import { geoDatabase } from "../../../lib/geo"
import { deviceKind, deviceOf } from "../../../modules/activity/domain/device"
import {
  BURST_MINUTES,
  LoginPlace,
} from "../../../modules/activity/domain/login"
import { activityService } from "../module"
import type { LoginAttempt } from "./attempt"
import { senderOf } from "./sender"

/**
 * Records a try to log in and joins the browser to the customer who succeeded.
 * Recorded again under the same id, nothing happens.
 *
 * @throws what the database or the store throws while it is away
 */
export async function recordLogin(
  attempt: LoginAttempt,
  container: MedusaContainer
): Promise<void> {
  const { at, email, user_agent } = attempt
  const customer_id = await customerOf(attempt, container)
  const device = deviceOf(user_agent)
  const sender = senderOf(attempt.ip ?? undefined)
  const service = activityService(container)
  await service.recordLogin({
    id: attempt.id,
    at,
    customer_id,
    outcome: attempt.outcome,
    provider: attempt.provider,
    device,
    place: await placeOf(attempt.ip, container),
    email_hash: email && hash(normalized(email), "login-email"),
    address_hash: sender && addressHash(sender, at),
    earlier_address_hash:
      sender &&
      addressHash(sender, new Date(at.getTime() - BURST_MINUTES * 60_000)),
    device_hash:
      customer_id &&
      hash(`${customer_id}\n${deviceKind(device)}`, "login-device"),
  })
  if (attempt.outcome === "success" && customer_id) {
    await service.linkVisitors(
      attempt.visitors.map((anonymous_id) => ({
        anonymous_id,
        customer_id,
        at,
      }))
    )
  }
}

const hash = (value: string, purpose: string) =>
  keyedHash(value, getCurrentOptions().encryption.keys, purpose)

/** Another key each day (UTC): an address is told from others for a day only. */
const addressHash = (sender: string, at: Date) =>
  hash(sender, `login-address:${at.toISOString().slice(0, 10)}`)

const normalized = (email: string) => email.trim().toLowerCase()

async function placeOf(
  ip: string | null,
  container: MedusaContainer
): Promise<LoginPlace | null> {
  const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  const geo = geoDatabase(logger)
  if (!geo || !ip) {
    return null
  }
  await geo.ready()
  return geo.locate(ip)
}

const metadataSchema = z
  .object({ customer_id: z.string().nullish() })
  .nullish()
  .catch(null)

/** Of a refused one: who has that e-mail address, or had the first factor. */
async function customerOf(
  { customer_id, auth_identity_id, email }: LoginAttempt,
  container: MedusaContainer
): Promise<string | null> {
  if (customer_id) {
    return customer_id
  }
  if (auth_identity_id) {
    const [identity] = await container
      .resolve(Modules.AUTH)
      .listAuthIdentities({ id: [auth_identity_id] }, { take: 1 })
    return metadataSchema.parse(identity?.app_metadata)?.customer_id ?? null
  }
  if (!email) {
    return null
  }
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers(
    {
      email: [...new Set([email.trim(), normalized(email)])],
      has_account: true,
    },
    { select: ["id"], take: 1 }
  )
  return customer?.id ?? null
}
