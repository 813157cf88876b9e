import { serveJobs } from "../lib/job-process"
import { checkOut } from "./checkout-flow"

serveJobs(checkOut)
