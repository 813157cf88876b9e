import { IndexedDistrict, indexDistricts } from "./domain/resolve-district"
import { districtRules, districtsFingerprint } from "./queries/districts"
import { Sql } from "./queries/types"

/**
 * The districts in memory, in order of precedence. A cheap fingerprint of the
 * table, asked with each lookup, tells every process when to read them again.
 */
export class DistrictIndex {
  private fingerprint = ""
  private districts: IndexedDistrict[] = []

  async read(sql: Sql): Promise<readonly IndexedDistrict[]> {
    const fingerprint = await districtsFingerprint(sql)
    if (fingerprint !== this.fingerprint) {
      this.districts = indexDistricts(await districtRules(sql))
      this.fingerprint = fingerprint
    }
    return this.districts
  }
}
