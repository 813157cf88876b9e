import { ReadingService } from "./parts/reading"

export type { StoreResult } from "./parts/events"

/**
 * The activity store: events, the visitors behind them, and what was refused.
 * It has its own connections and its own schema, and may have its own server.
 * Its parts build on each other, each in its file: the connections, taking
 * events in, visitors, tending, reading.
 */
export default class ActivityModuleService extends ReadingService {}
