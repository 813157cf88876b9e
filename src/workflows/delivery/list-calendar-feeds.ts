import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { getCurrentOptions } from "../../lib/current-options"
import type { AdminCalendarFeed } from "../../sdk/types"
import { feedUrl } from "./feed-link"
import { deliveryService } from "./module"

const instant = z.coerce.date().transform((date) => date.toISOString())
const feedSchema = z.object({
  id: z.string(),
  name: z.string(),
  district_id: z.string().nullable(),
  token: z.string(),
  read_at: instant.nullable(),
  created_at: instant,
})
type Feed = z.infer<typeof feedSchema>

/** A page of the links that work, newest first, each with its secret address. */
export async function listCalendarFeeds(
  page: { limit: number; offset: number },
  container: MedusaContainer
): Promise<{ calendar_feeds: AdminCalendarFeed[]; count: number }> {
  const [feeds, count] = await deliveryService(
    container
  ).listAndCountDeliveryCalendarFeeds(
    { revoked_at: null },
    {
      take: page.limit,
      skip: page.offset,
      order: { created_at: "DESC", id: "DESC" },
    }
  )
  return {
    calendar_feeds: await toAdminFeeds(
      z.array(feedSchema).parse(feeds),
      container
    ),
    count,
  }
}

/** @throws MedusaError NOT_FOUND when there is none, or it was revoked */
export async function retrieveCalendarFeed(
  id: string,
  container: MedusaContainer
): Promise<AdminCalendarFeed> {
  const feeds = await deliveryService(container).listDeliveryCalendarFeeds(
    { id, revoked_at: null },
    { take: 1 }
  )
  const [feed] = await toAdminFeeds(z.array(feedSchema).parse(feeds), container)
  if (!feed) {
    throw feedNotFound(id)
  }
  return feed
}

export const feedNotFound = (id: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Calendar feed ${id} does not exist, or was revoked. List the feeds, or create another one.`
  )

async function toAdminFeeds(
  feeds: Feed[],
  container: MedusaContainer
): Promise<AdminCalendarFeed[]> {
  const names = await districtNames(feeds, container)
  const options = getCurrentOptions()
  return feeds.map(({ district_id, token, ...feed }) => ({
    ...feed,
    district: district_id
      ? { id: district_id, name: names.get(district_id) ?? district_id }
      : null,
    url: feedUrl(token, options),
  }))
}

/** Names of the feeds' districts, also of those that were taken away. */
async function districtNames(
  feeds: Feed[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  const ids = [
    ...new Set(feeds.flatMap(({ district_id }) => district_id ?? [])),
  ]
  if (!ids.length) {
    return new Map()
  }
  const districts = await deliveryService(container).listDeliveryDistricts(
    { id: ids },
    { select: ["id", "name"], take: ids.length, withDeleted: true }
  )
  return new Map(districts.map(({ id, name }) => [id, name]))
}
