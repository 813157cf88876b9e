import { serveJobs } from "../lib/job-process"
import { send } from "./send"

serveJobs(send)
