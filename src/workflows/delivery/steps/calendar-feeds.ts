import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { newFeedSecret } from "../feed-link"
import { feedNotFound } from "../list-calendar-feeds"
import { deliveryService } from "../module"

export type CreateFeedData = { name: string; district_id?: string | null }
export type UpdateFeedData = { id: string } & Partial<CreateFeedData>

type Container = Parameters<typeof deliveryService>[0]

/** @throws MedusaError INVALID_DATA for a district that does not exist */
async function assertDistrict(
  id: string | null | undefined,
  container: Container
): Promise<void> {
  if (!id) {
    return
  }
  const found = await deliveryService(container).listDeliveryDistricts(
    { id },
    { select: ["id"], take: 1 }
  )
  if (!found.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `district_id: there is no delivery district ${id}. Leave it out for every district.`
    )
  }
}

/** A feed that works. @throws MedusaError NOT_FOUND */
async function livingFeed(id: string, container: Container) {
  const [feed] = await deliveryService(container).listDeliveryCalendarFeeds(
    { id, revoked_at: null },
    { take: 1 }
  )
  if (!feed) {
    throw feedNotFound(id)
  }
  return feed
}

/** Makes a feed with a new secret; the secret is stored hashed and encrypted, and leaves the step as neither. */
export const createCalendarFeedStep = createStep(
  "create-calendar-feed",
  async ({ name, district_id = null }: CreateFeedData, { container }) => {
    await assertDistrict(district_id, container)
    const feed = await deliveryService(container).createDeliveryCalendarFeeds({
      name,
      district_id,
      ...newFeedSecret(),
    })
    return new StepResponse({ id: feed.id }, feed.id)
  },
  async (id, { container }) => {
    if (id) {
      await deliveryService(container).deleteDeliveryCalendarFeeds(id)
    }
  }
)

/** Renames a feed, or lets it show another district; its link stays. */
export const updateCalendarFeedStep = createStep(
  "update-calendar-feed",
  async ({ id, ...changes }: UpdateFeedData, { container }) => {
    const { name, district_id } = await livingFeed(id, container)
    await assertDistrict(changes.district_id, container)
    const updated = await deliveryService(
      container
    ).updateDeliveryCalendarFeeds({ id, ...changes })
    return new StepResponse(
      { id, name: updated.name, district_id: updated.district_id },
      { id, name, district_id }
    )
  },
  async (before, { container }) => {
    if (before) {
      await deliveryService(container).updateDeliveryCalendarFeeds(before)
    }
  }
)

/** Takes a feed's link away for good: nothing is left from which it could be shown again. */
export const revokeCalendarFeedStep = createStep(
  "revoke-calendar-feed",
  async (id: string, { container }) => {
    const { name, token } = await livingFeed(id, container)
    await deliveryService(container).updateDeliveryCalendarFeeds({
      id,
      token: "",
      revoked_at: new Date(),
    })
    return new StepResponse({ id, name }, { id, token, revoked_at: null })
  },
  async (before, { container }) => {
    if (before) {
      await deliveryService(container).updateDeliveryCalendarFeeds(before)
    }
  }
)
