import { isUseToNote, ReaderKey } from "../domain/reader-key"
import {
  deleteReaderKey,
  findReaderKey,
  insertReaderKey,
  listReaderKeys,
  NewReaderKey,
  setReaderKeyRevoked,
  takeTurn,
  touchReaderKey,
} from "../queries/reader-keys"
import { ReadingService } from "./reading"

/** Keys by which systems outside the shop read the store. */
export class ReaderKeysService extends ReadingService {
  async createReaderKey(key: NewReaderKey): Promise<ReaderKey> {
    return insertReaderKey(await this.sql(), key)
  }

  /** Undoes `createReaderKey`. */
  async deleteReaderKey(id: string): Promise<void> {
    await deleteReaderKey(await this.sql(), id)
  }

  /** A page of keys, newest first, whatever their state. */
  async listReaderKeys(page: {
    q?: string
    limit: number
    offset: number
  }): Promise<{ keys: ReaderKey[]; count: number }> {
    return listReaderKeys(await this.sql(), page)
  }

  /** Whatever its state; null when there is none. */
  async findReaderKey(id: string): Promise<ReaderKey | null> {
    return findReaderKey(await this.sql(), "id", id)
  }

  /** The key whose secret has this hash, whatever its state. */
  async findReaderKeyByHash(token_hash: string): Promise<ReaderKey | null> {
    return findReaderKey(await this.sql(), "token_hash", token_hash)
  }

  /** @returns false when the key is not there, or was revoked before */
  async revokeReaderKey(id: string): Promise<boolean> {
    return setReaderKeyRevoked(await this.sql(), id, true)
  }

  /** Undoes `revokeReaderKey`. */
  async restoreReaderKey(id: string): Promise<void> {
    await setReaderKeyRevoked(await this.sql(), id, false)
  }

  /** Notes that a key is used, at most once in a few minutes. */
  async touchReaderKey(
    { id, last_used_at }: Pick<ReaderKey, "id" | "last_used_at">,
    now: Date = new Date()
  ): Promise<void> {
    if (isUseToNote(last_used_at, now)) {
      await touchReaderKey(await this.sql(), id)
    }
  }

  /** @returns seconds that a request must wait; 0 when it may pass */
  async takeReaderTurn(id: string): Promise<number> {
    return takeTurn(await this.sql(), id)
  }
}
