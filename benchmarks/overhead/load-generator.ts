import path from "node:path"

import { type JobProcess, startJobProcess } from "../lib/job-process"
import type { LoadJob, LoadResult } from "./load-job"

/** Sends load from a process of its own, the same one for both sides. */
export type LoadGenerator = JobProcess<LoadJob, LoadResult>

/** @param root - folder of the repository */
export const startLoadGenerator = (root: string): LoadGenerator =>
  startJobProcess(root, path.join(__dirname, "load-process.ts"))
