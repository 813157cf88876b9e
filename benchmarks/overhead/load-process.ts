import { serveJobs } from "../lib/job-process"
import { runLoad } from "./run-load"

serveJobs(runLoad)
