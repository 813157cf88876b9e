/** One thing `npm run check` looks at. */
export type Check = {
  /** Word to run it alone: `npm run check -- <name>`. */
  name: string
  /** What it makes sure of, in words for a person. */
  ensures: string
  /**
   * @param root - folder of the repository
   * @returns what is wrong, one entry per finding, empty when all is well
   */
  run(root: string): Promise<string[]>
}

export type CheckResult = {
  name: string
  passed: boolean
  seconds: number
  problems: string[]
}
