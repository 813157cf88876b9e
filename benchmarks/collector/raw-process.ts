import { serveJobs } from "../lib/job-process"
import { insertRaw } from "./raw-insert"

serveJobs(insertRaw)
