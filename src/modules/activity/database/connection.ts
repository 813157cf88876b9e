import { DataSource, EntityManager } from "typeorm"

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
    this.opening ??= this.open()
    return (await this.opening).manager
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

  private async open(): Promise<DataSource> {
    try {
      return await this.make().initialize()
    } catch (error) {
      this.opening = undefined
      throw error
    }
  }
}
