import type { Answer } from "./answer"
import type { ErrorShape, FaultQueue } from "./faults"
import type { RequestLog } from "./request-log"
import type { SimRequest } from "./request"

/** What a vendor's simulator gives to the server that all of them share. */
export type Simulator = {
  faults: FaultQueue
  log: RequestLog
  now(): Date
  /** Answers a request of the vendor's API; works on it without a pause. */
  handle(request: SimRequest): Answer
  /** Answers a request below `/__sim`; undefined where nothing is. */
  control(request: SimRequest): Answer | undefined
  /** The vendor's body for an error. */
  error(status: number, shape?: ErrorShape): Answer
  /** Keeps what the last requests changed. */
  save(): Promise<void>
}
