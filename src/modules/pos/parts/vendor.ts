import { Context, InferTypeOf } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"

import {
  ConnectionSettings,
  PosAdapter,
  PosSession,
} from "../adapters/contract"
import { adapterOf, POS_ADAPTERS } from "../adapters/registry"
import {
  openCredentials,
  sealCredentials,
  StoredCredentials,
} from "../credentials"
import { CatalogueEntry } from "../domain/lines"
import { isPosError, PosError } from "../domain/pos-error"
import { StatusMap } from "../domain/status"
import { PosConnection } from "../models/pos-connection"
import { PosOrder } from "../models/pos-order"
import { PosProduct } from "../models/pos-product"
import * as connections from "../queries/connections"
import * as products from "../queries/products"
import { sqlOf } from "../queries/types"

export type PosConnectionRecord = InferTypeOf<typeof PosConnection>

/** A connection as a caller of the vendor sees it; without its key. */
export type OpenConnection = {
  id: string
  name: string
  settings: ConnectionSettings
  /** Every word of the vendor that has a meaning here. */
  status_map: StatusMap
}

/** Connections, the calls to them, and their catalogues. */
export class PosVendorService extends MedusaService({
  PosConnection,
  PosProduct,
  PosOrder,
}) {
  /** What can be connected, and what each can do. */
  async listAdapters(): Promise<Omit<PosAdapter, "open" | "parseSettings">[]> {
    return POS_ADAPTERS.map(
      ({ open: _open, parseSettings: _parse, ...adapter }) => adapter
    )
  }

  /**
   * Validates a connection's settings and fills in the defaults.
   * @throws MedusaError INVALID_DATA naming each wrong field
   */
  async readSettings(
    adapter: string,
    input: unknown
  ): Promise<ConnectionSettings> {
    return adapterOf(adapter).parseSettings(input)
  }

  /**
   * Encrypts credentials; the way back is only inside this module.
   * @throws MedusaError INVALID_DATA naming each wrong or missing field
   */
  async sealCredentials(
    adapter: string,
    input: Record<string, string | null>
  ): Promise<StoredCredentials> {
    return sealCredentials(adapterOf(adapter), input)
  }

  /**
   * Calls a vendor and keeps the connection's health.
   *
   * A connection that is paused or waits for a person is not called at all: a
   * wrong key asked again and again gets an account locked.
   *
   * @param options.force - call also a connection that waits for a person, to check it
   * @throws PosError of kind `held` when no call was made, else whatever `run` threw
   */
  async call<T>(
    connectionId: string,
    run: (session: PosSession, connection: OpenConnection) => Promise<T>,
    options: { force?: boolean } = {}
  ): Promise<T> {
    const connection = await this.retrievePosConnection(connectionId)
    if (!options.force) {
      refuseHeld(connection)
    }
    const adapter = adapterOf(connection.adapter)
    const settings = adapter.parseSettings(connection.settings)
    const session = adapter.open({
      connection_id: connection.id,
      base_url: connection.base_url,
      credentials: openCredentials(connection.credentials),
      settings,
    })
    try {
      const answer = await run(session, {
        id: connection.id,
        name: connection.name,
        settings,
        status_map: { ...adapter.default_status_map, ...settings.status_map },
      })
      await this.recordSuccess(connection.id)
      return answer
    } catch (error) {
      if (isPosError(error) && error.kind !== "refused") {
        await this.recordFailure(connection, error)
      } else if (isPosError(error)) {
        // A refusal is an answer: the connection works.
        await this.recordSuccess(connection.id)
      }
      throw error
    }
  }

  /** A call to the vendor worked. */
  @InjectManager()
  async recordSuccess(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await connections.recordSuccess(sqlOf(context), id, new Date())
  }

  /** A call to the vendor failed for a reason that is not the content. */
  @InjectManager()
  async recordFailure(
    connection: Pick<PosConnectionRecord, "id" | "credentials_version">,
    error: PosError,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await connections.recordFailure(sqlOf(context), {
      id: connection.id,
      credentials_version: connection.credentials_version,
      needs_person: error.kind === "connection",
      error: error.explanation,
      now: new Date(),
    })
  }

  /** Takes the turn to ask the vendor; false when another process has it. */
  @InjectManager()
  async claimTurn(
    turn: Parameters<typeof connections.claimTurn>[1],
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    return await connections.claimTurn(sqlOf(context), turn)
  }

  /** Writes a catalogue answer; answers how many products it no longer lists. */
  @InjectManager()
  @InjectTransactionManager()
  async writeCatalogue(
    input: {
      connection_id: string
      products: products.SyncedProduct[]
      seen_at: Date
    },
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    const sql = sqlOf(context)
    const { connection_id, seen_at } = input
    await products.upsertProducts(sql, connection_id, input.products, seen_at)
    return await products.markMissing(sql, connection_id, seen_at)
  }

  /** How the catalogue of each connection stands. */
  @InjectManager()
  async countProducts(
    connectionIds: string[],
    @MedusaContext() context: Context = {}
  ): Promise<Map<string, products.CatalogueCounts>> {
    return await products.countProducts(sqlOf(context), connectionIds)
  }

  /** The products of a catalogue that bear one of the variants or SKUs. */
  @InjectManager()
  async findProducts(
    connectionId: string,
    wanted: { variant_ids: string[]; skus: string[] },
    @MedusaContext() context: Context = {}
  ): Promise<CatalogueEntry[]> {
    return await products.findProducts(sqlOf(context), connectionId, wanted)
  }
}

function refuseHeld(
  connection: Pick<
    PosConnectionRecord,
    "name" | "is_paused" | "health" | "last_error"
  >
): void {
  if (connection.is_paused) {
    throw new PosError("held", `The connection ${connection.name} is paused.`)
  }
  if (connection.health === "attention") {
    throw new PosError(
      "held",
      `The connection ${connection.name} waits for a person: ${connection.last_error ?? "check it"}`
    )
  }
}
