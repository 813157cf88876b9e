import type { EntityManager } from "typeorm"

import type { StoreConnection } from "../database/connection"
import type { Sql } from "../queries/sql"

/** What the parts know of their surroundings. */
export type StoreTraits = {
  /** IANA zone of the shop, whose days facts are counted by. */
  timeZone: string
  /** Connections to the store. */
  poolSize: number
}

/**
 * What every part of the service builds on: the store's own connections, opened
 * at first use. Nothing of Medusa is loaded from here, so that the parts serve
 * in a process of their own as well.
 */
export class ActivityData {
  protected readonly traits: () => StoreTraits

  /** @param traits - asked once, at first use, when the options are known */
  constructor(
    private readonly connection: StoreConnection,
    traits: () => StoreTraits
  ) {
    let known: StoreTraits | undefined
    this.traits = () => (known ??= traits())
  }

  /** Finishes what was begun, then ends every connection. */
  async close(): Promise<void> {
    await this.connection.close()
  }

  /** @throws the driver's error when the store cannot be reached */
  protected sql(): Promise<EntityManager> {
    return this.connection.manager()
  }

  /**
   * For a statement that is run all the time, see `StoreConnection.prepared`.
   *
   * @throws the driver's error when the store cannot be reached
   */
  protected prepared(name: string): Promise<Sql> {
    return this.connection.prepared(name)
  }

  /** Answers when the store does and can take an event now. */
  async ping(): Promise<void> {
    const sql = await this.sql()
    await sql.query("select 1 from activity.event_key limit 1")
  }
}
