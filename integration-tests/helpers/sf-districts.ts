import { existsSync } from "node:fs"
import path from "node:path"

const SHARED_DATA = path.resolve(__dirname, "..", "..", "..", "shared", "data")

/**
 * Path of a public data file, which is not part of this repository: in
 * `CORNERSTORE_DATA`, else in `../shared/data`.
 *
 * @returns null where the file is absent
 */
export function sharedDataFile(name: string): string | null {
  const folder = process.env.CORNERSTORE_DATA ?? SHARED_DATA
  const file = path.join(folder, name)
  return existsSync(file) ? file : null
}

/** GeoJSON with San Francisco's 37 neighbourhoods (property `name`), or null. */
export function sanFranciscoFile(): string | null {
  return sharedDataFile("san-francisco-neighborhoods.geojson")
}

/**
 * A `describe` over a public data file. Where the file is absent the suite is
 * reported as one skipped test and says so.
 *
 * @param name - file name inside the shared data folder
 * @param suite - given the file's path
 */
export function describeWithSharedData(
  title: string,
  name: string,
  suite: (file: string) => void
): void {
  const file = sharedDataFile(name)
  if (file) {
    describe(title, () => suite(file))
    return
  }
  process.stderr.write(
    `Skipped: "${title}" needs ${name} in ../shared/data or in the folder named by CORNERSTORE_DATA\n`
  )
  describe.skip(title, () => {
    it(`runs where ${name} is`, () => {
      throw new Error(`${name} is absent`)
    })
  })
}
