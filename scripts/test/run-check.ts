import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"

import { z } from "@medusajs/framework/zod"

import { runNode } from "./child"
import { NOTHING, type Outcome, problem } from "./outcome"
import type { Stage } from "./stages"

const reportSchema = z.array(
  z.object({ name: z.string(), passed: z.boolean(), seconds: z.number() })
)

/** Runs `npm run check`; each check counts as one test. */
export async function runCheck(
  root: string,
  stage: Stage,
  env: Record<string, string>
): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), "cornerstore-check-"))
  const reportFile = path.join(folder, "report.json")
  try {
    const { timedOut } = await runNode(
      [
        "--import",
        "tsx",
        path.join(root, "scripts", "check", "main.ts"),
        `--report=${reportFile}`,
      ],
      { cwd: root, env, limitMinutes: stage.limitMinutes }
    )
    if (timedOut) {
      return problem(`ended after ${stage.limitMinutes} minutes`)
    }
    const report = reportSchema.parse(
      JSON.parse(await readFile(reportFile, "utf8"))
    )
    return {
      ...NOTHING,
      passed: report.filter(({ passed }) => passed).length,
      failed: report.filter(({ passed }) => !passed).length,
      files: report.map(({ name, seconds }) => ({
        file: `check: ${name}`,
        seconds,
      })),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
