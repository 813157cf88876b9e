/** One part of `npm test`, in the order of the list below. */
export type Stage = {
  name: StageName
  /** Folders searched for test files, relative to the repository. */
  roots: string[]
  /** Which files below the roots are tests of this stage. */
  file: RegExp
  /** Whether the stage's tests may use the database server. */
  database: boolean
  /** Whether the stage's tests run the shop, which serves built pages. */
  pages: boolean
  /** Files run at the same time. Suites with a shop inside weigh a core each. */
  workers: number
  /** Longest time for one test, in seconds, unless the test says otherwise. */
  testSeconds: number
  /** The stage is ended after this many minutes: something hangs. */
  limitMinutes: number
}

export const STAGE_NAMES = [
  "check",
  "unit",
  "module",
  "http",
  "browser",
  "package",
  "faults",
] as const

export type StageName = (typeof STAGE_NAMES)[number]

const integration = (
  name: StageName,
  folder: string,
  options: Pick<Stage, "workers" | "testSeconds" | "limitMinutes">
): Stage => ({
  name,
  roots: [`integration-tests/${folder}`],
  file: /\.spec\.ts$/,
  database: true,
  pages: name !== "module",
  ...options,
})

/** Every stage; `check` has no files, it runs the checks of scripts/check. */
export const STAGES: readonly Stage[] = [
  {
    name: "check",
    roots: [],
    file: /$^/,
    database: true,
    pages: false,
    workers: 2,
    testSeconds: 0,
    limitMinutes: 10,
  },
  {
    name: "unit",
    roots: ["src", "scripts", "benchmarks"],
    file: /\/__tests__\/.*\.unit\.spec\.tsx?$/,
    database: false,
    pages: false,
    workers: 2,
    testSeconds: 10,
    limitMinutes: 10,
  },
  integration("module", "modules", {
    workers: 2,
    testSeconds: 60,
    limitMinutes: 15,
  }),
  integration("http", "http", {
    workers: 2,
    testSeconds: 120,
    limitMinutes: 25,
  }),
  integration("browser", "browser", {
    workers: 1,
    testSeconds: 180,
    limitMinutes: 30,
  }),
  integration("package", "package", {
    workers: 1,
    testSeconds: 900,
    limitMinutes: 30,
  }),
  integration("faults", "faults", {
    workers: 1,
    testSeconds: 180,
    limitMinutes: 30,
  }),
]

export function isStageName(word: string): word is StageName {
  return STAGE_NAMES.some((name) => name === word)
}
