import { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"

import type { LoginRow } from "../../modules/activity/queries/logins"
import type { CustomerLogin, ListCustomerLoginsResponse } from "../../sdk/types"
import { decodeCursor, encodeCursor } from "./cursor"
import { activityService } from "./module"

/** Days that the summary is about. */
const SUMMARY_DAYS = 30

const positionSchema = z.object({
  at: z.iso.datetime(),
  id: z.string().min(1).max(100),
})

/**
 * A page of a customer's log-ins, newest first, and how often she logs in.
 *
 * @param page.cursor - `next_cursor` of the page before
 * @throws MedusaError INVALID_DATA for a cursor that is none
 */
export async function listCustomerLogins(
  customer_id: string,
  { limit, cursor }: { limit: number; cursor?: string },
  container: MedusaContainer,
  now: Date = new Date()
): Promise<ListCustomerLoginsResponse> {
  const service = activityService(container)
  const since = new Date(now.getTime() - SUMMARY_DAYS * 86_400_000)
  const [rows, summary] = await Promise.all([
    readLogins(customer_id, { limit: limit + 1, after: cursor }, container),
    service.summarizeLogins(customer_id, since),
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    logins: page.map(toLogin),
    summary: { days: SUMMARY_DAYS, ...summary },
    next_cursor: last && rows.length > limit ? loginCursor(last) : null,
  }
}

/** Log-ins after a place, as `loginCursor` names it. */
export async function readLogins(
  customer_id: string,
  { limit, after }: { limit: number; after?: string | null },
  container: MedusaContainer
): Promise<LoginRow[]> {
  const position = after ? decodeCursor(after, positionSchema) : null
  return activityService(container).listLogins(customer_id, {
    limit,
    after: position
      ? { at: new Date(position.at), id: position.id }
      : undefined,
  })
}

/** Where a page that ends with this log-in goes on. */
export const loginCursor = ({ at, id }: LoginRow): string =>
  encodeCursor({ at: at.toISOString(), id })

export function toLogin(row: LoginRow): CustomerLogin {
  return {
    id: row.id,
    at: row.at.toISOString(),
    outcome: row.outcome,
    provider: row.provider,
    device: {
      browser: row.browser,
      browser_version: row.browser_version,
      system: row.system,
      class: row.device_class,
    },
    place:
      row.country || row.region || row.city
        ? { country: row.country, region: row.region, city: row.city }
        : null,
    is_new_device: row.is_new_device,
    is_burst: row.is_burst,
  }
}
