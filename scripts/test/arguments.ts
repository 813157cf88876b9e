import { SetupError } from "../postgres"

import { isStageName, STAGE_NAMES, type StageName } from "./stages"

/** What the words after `npm test --` ask for. */
export type Selection = {
  stages: StageName[]
  /** A file is taken when one of them matches its path; none takes all. */
  paths: RegExp[]
  /** Only tests whose full name matches, as Jest's `-t`. */
  testName: string | null
}

export const USAGE = `npm test                       every stage: ${STAGE_NAMES.join(", ")}
npm test -- http browser       some stages
npm test -- delivery           test files whose path matches /delivery/
npm test -- module slots       files of one stage that match
npm test -- http -t "full"     tests of that name`

/**
 * @param words - the arguments after `npm test --`
 * @param root - folder of the repository, cut off absolute paths
 * @throws SetupError for an unknown option or a broken pattern
 */
export function parseArguments(words: string[], root: string): Selection {
  const stages: StageName[] = []
  const paths: RegExp[] = []
  let testName: string | null = null
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "-t" || word === "--testNamePattern") {
      testName = rest.shift() ?? null
    } else if (word.startsWith("-")) {
      throw new SetupError(`Unknown option ${word}. Usage:\n${USAGE}`)
    } else if (isStageName(word)) {
      stages.push(word)
    } else {
      paths.push(toPattern(word.replace(`${root}/`, "").replace(/^\.\//, "")))
    }
  }
  return { stages: selectStages(stages, paths, testName), paths, testName }
}

function selectStages(
  named: StageName[],
  paths: RegExp[],
  testName: string | null
): StageName[] {
  if (named.length > 0) {
    return STAGE_NAMES.filter((name) => named.includes(name))
  }
  // The checks have neither path nor test name.
  return STAGE_NAMES.filter(
    (name) => name !== "check" || (paths.length === 0 && testName === null)
  )
}

function toPattern(word: string): RegExp {
  try {
    return new RegExp(word)
  } catch (error) {
    throw new SetupError(
      `${word} is neither a stage (${STAGE_NAMES.join(", ")}) nor a regular expression for paths: ${String(error)}`
    )
  }
}
