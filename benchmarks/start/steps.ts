/** A line of output and when it came, in seconds since the start. */
export type TimedLine = { at: number; text: string }
/** A step that `npm start` told of. */
export type Step = { title: string; seconds: number }

const DONE = /^\s*✓ (.+), (\d+(?:\.\d+)?) s\s*$/
const INSTALLING = /^Installing dependencies/
const STEP = /^\s*[…✓]/

/**
 * Reads the steps of a start from what it printed. Installing comes before the
 * script that times its steps, so it lasts until the first of those.
 */
export function readSteps(lines: readonly TimedLine[]): Step[] {
  const steps = lines.flatMap(({ text }) => {
    const [, title, seconds] = text.match(DONE) ?? []
    return title === undefined ? [] : [{ title, seconds: Number(seconds) }]
  })
  const from = lines.find(({ text }) => INSTALLING.test(text))
  const to = lines.find(({ text }) => STEP.test(text))
  return from && to
    ? [{ title: "installing dependencies", seconds: to.at - from.at }, ...steps]
    : steps
}
