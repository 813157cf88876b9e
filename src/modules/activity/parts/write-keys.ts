import { WriteKey } from "../domain/write-key"
import { findSource, mirrorWriteKeys } from "../queries/write-keys"
import { LoginsService } from "./logins"

/** The shop's keys, mirrored for a collector that cannot ask the shop. */
export class WriteKeysService extends LoginsService {
  /**
   * Makes the mirror equal to the shop's publishable keys.
   *
   * @param keys - all of them: what is missing here is removed there
   * @returns how many entries were not right
   */
  async mirrorWriteKeys(keys: readonly WriteKey[]): Promise<number> {
    return mirrorWriteKeys(await this.sql(), keys)
  }

  /** Source of a mirrored key; null when it is unknown or revoked. */
  async findSource(token: string): Promise<string | null> {
    return findSource(await this.sql(), token)
  }
}
