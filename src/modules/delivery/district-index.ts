import { DistrictLookup, indexDistricts } from "./domain/resolve-district"
import { districtRules, districtsFingerprint } from "./queries/districts"
import { Sql } from "./queries/types"
import { Refreshed } from "./refreshed"

type Indexed = { fingerprint: string; lookup: DistrictLookup }

/**
 * The districts in memory, in every process. A fingerprint of their table, asked
 * at most once a second, tells when to read them again: a lookup may see them as
 * they were a second ago, its own process's changes at once.
 */
export class DistrictIndex {
  private readonly indexed = new Refreshed<Indexed>()

  async read(sql: Sql): Promise<DistrictLookup> {
    const { lookup } = await this.indexed.get(async (before) => {
      const fingerprint = await districtsFingerprint(sql)
      return before?.fingerprint === fingerprint
        ? before
        : { fingerprint, lookup: indexDistricts(await districtRules(sql)) }
    })
    return lookup
  }

  /** Districts were changed here: the next lookup looks again. */
  forget(): void {
    this.indexed.forget()
  }
}
