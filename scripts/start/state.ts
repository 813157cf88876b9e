import { readJson, writeJson } from "./json-file"

/** What earlier starts finished, as fingerprints of what they worked on. */
export type StepName = "web" | "app" | "migrations"

/** True when the step was finished for exactly this fingerprint. */
export async function isDone(
  file: string,
  step: StepName,
  fingerprint: string
): Promise<boolean> {
  return (await readJson(file))[step] === fingerprint
}

/** Writes down a finished step; `undefined` forgets it before it is repeated. */
export async function setDone(
  file: string,
  step: StepName,
  fingerprint: string | undefined
): Promise<void> {
  await writeJson(file, { ...(await readJson(file)), [step]: fingerprint })
}
