import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { posService } from "../module"

export type CreatePosConnectionData = {
  /** Id of an adapter, e.g. `dutchie`. */
  adapter: string
  name: string
  /** The vendor's own servers when left out. */
  base_url?: string
  credentials: Record<string, string | null>
  stock_location_id?: string | null
  sales_channel_id: string
  settings?: Record<string, unknown>
}

export type UpdatePosConnectionData = {
  id: string
  is_paused?: boolean
} & Partial<Omit<CreatePosConnectionData, "adapter">>

/**
 * Adds a connection; its credentials are encrypted before they are stored.
 *
 * @throws MedusaError INVALID_DATA naming what is wrong
 */
export const createPosConnectionStep = createStep(
  "create-pos-connection",
  async (input: CreatePosConnectionData, { container }) => {
    await assertExist(input, container)
    const pos = posService(container)
    const { credentials, settings, adapter, ...rest } = input
    const known = (await pos.listAdapters()).find(({ id }) => id === adapter)
    const connection = await pos.createPosConnections({
      ...rest,
      ...(await pos.sealCredentials(adapter, credentials)),
      adapter,
      base_url: input.base_url ?? known?.default_base_url ?? "",
      settings: await pos.readSettings(adapter, settings),
    })
    return new StepResponse(connection, connection.id)
  },
  async (id, { container }) => {
    if (id) {
      await posService(container).deletePosConnections(id)
    }
  }
)

/** What brings a connection back that waits for a person. */
type Fresh = {
  health: "unchecked"
  failures: number
  last_error: null
  last_error_at: null
  credentials_version: number
}

/**
 * Changes a connection. Another key or address makes it unchecked: what was
 * wrong before says nothing any more.
 */
export const updatePosConnectionStep = createStep(
  "update-pos-connection",
  async (input: UpdatePosConnectionData, { container }) => {
    await assertExist(input, container)
    const pos = posService(container)
    const before = await pos.retrievePosConnection(input.id)
    const { credentials, settings, ...rest } = input
    assertKeyGoesNowhereElse(before.base_url, input)
    const fresh: Fresh | null =
      credentials || (input.base_url && input.base_url !== before.base_url)
        ? {
            health: "unchecked",
            failures: 0,
            last_error: null,
            last_error_at: null,
            credentials_version: before.credentials_version + 1,
          }
        : null
    await pos.updatePosConnections({
      ...rest,
      ...(credentials
        ? await pos.sealCredentials(before.adapter, credentials)
        : {}),
      ...(settings
        ? {
            settings: await pos.readSettings(before.adapter, {
              ...before.settings,
              ...settings,
            }),
          }
        : {}),
      ...fresh,
    })
    return new StepResponse(
      { id: before.id, name: input.name ?? before.name },
      {
        id: before.id,
        name: before.name,
        base_url: before.base_url,
        credentials: before.credentials,
        credentials_last_four: before.credentials_last_four,
        credentials_version: before.credentials_version,
        stock_location_id: before.stock_location_id,
        sales_channel_id: before.sales_channel_id,
        settings: before.settings,
        is_paused: before.is_paused,
        health: before.health,
        failures: before.failures,
        last_error: before.last_error,
        last_error_at: before.last_error_at,
      }
    )
  },
  async (before, { container }) => {
    if (before) {
      await posService(container).updatePosConnections(before)
    }
  }
)

/**
 * Takes a connection away. Its orders stay to be read.
 *
 * @throws MedusaError NOT_ALLOWED while orders are on their way or open at the POS
 */
export const deletePosConnectionStep = createStep(
  "delete-pos-connection",
  async ({ id }: { id: string }, { container }) => {
    const pos = posService(container)
    const [, open] = await pos.listAndCountPosOrders(
      {
        connection_id: id,
        push_state: ["waiting", "sent"],
        closed_at: null,
      },
      { take: 1, select: ["id"] }
    )
    if (open) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `POS connection ${id} has ${open} orders that are not finished. Pause it, and delete it when they are.`
      )
    }
    await pos.softDeletePosConnections(id)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await posService(container).restorePosConnections(id)
    }
  }
)

/**
 * A stored key is written only: whoever may change the address must not be able
 * to have it sent to a server of his own.
 */
function assertKeyGoesNowhereElse(
  before: string,
  { base_url, credentials }: UpdatePosConnectionData
): void {
  const origin = (url: string) => new URL(url).origin
  if (base_url && !credentials && origin(base_url) !== origin(before)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "credentials: enter the key again, because the stored one is not sent to another address"
    )
  }
}

async function assertExist(
  {
    sales_channel_id,
    stock_location_id,
  }: { sales_channel_id?: string; stock_location_id?: string | null },
  container: MedusaContainer
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const wanted = [
    { entity: "sales_channel", id: sales_channel_id },
    { entity: "stock_location", id: stock_location_id },
  ]
  for (const { entity, id } of wanted) {
    if (!id) {
      continue
    }
    const { data } = await query.graph({
      entity,
      fields: ["id"],
      filters: { id },
    })
    if (!data.length) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `${entity}_id: there is no ${entity.replace("_", " ")} ${id}`
      )
    }
  }
}
