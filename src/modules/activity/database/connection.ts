import type { Pool } from "@medusajs/framework/pg"
import { DataSource, EntityManager } from "typeorm"
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver"

import type { Sql } from "../queries/sql"

/**
 * The store's connection, opened at first use: a store that is away when the
 * shop starts keeps nobody from selling, and is found again when it is back.
 */
export class StoreConnection {
  private opening: Promise<DataSource> | undefined

  /** @param make - builds a data source that is not connected yet */
  constructor(private readonly make: () => DataSource) {}

  /** @throws the driver's error when the store cannot be reached */
  async manager(): Promise<EntityManager> {
    return (await this.source()).manager
  }

  /**
   * Runs a statement that each connection prepares once, which TypeORM cannot
   * say: of a large statement with few rows, parsing and planning are most of
   * the work. Needs a connection of its own or a pooler that knows prepared
   * statements.
   *
   * @param name - of the statement, the same text each time
   * @throws the driver's error when the store cannot be reached
   */
  async prepared(name: string): Promise<Sql> {
    const { driver } = await this.source()
    const pool: Pool = (driver as PostgresDriver).master
    return {
      query: async <T>(text: string, values?: unknown[]) => {
        const { rows } = await pool.query({ name, text, values })
        return rows as T
      },
    }
  }

  /** Ends every connection. A later call opens them again. */
  async close(): Promise<void> {
    const opening = this.opening
    this.opening = undefined
    const [result] = await Promise.allSettled([opening])
    if (result?.status === "fulfilled") {
      await result.value?.destroy()
    }
  }

  private source(): Promise<DataSource> {
    return (this.opening ??= this.open())
  }

  private async open(): Promise<DataSource> {
    try {
      return await this.make().initialize()
    } catch (error) {
      this.opening = undefined
      throw error
    }
  }
}
