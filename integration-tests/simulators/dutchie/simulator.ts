import { json } from "../shared/answer"
import { commonControls, control, type ControlTable } from "../shared/control"
import { FaultQueue } from "../shared/faults"
import { RequestLog } from "../shared/request-log"
import { listen, type Running } from "../shared/server"
import type { Simulator } from "../shared/simulator"
import { noFile, stateFile } from "../shared/state-file"
import { boardControls } from "./counter/board"
import { instoreRoute } from "./counter/instore"
import { orderControls } from "./counter/orders"
import {
  applySeed,
  type Seed,
  seedKey,
  seedRoute,
  seedSchema,
} from "./counter/seed"
import { errorOf } from "./errors"
import { RateLimits } from "./rate-limits"
import { emptyState, stateSchema } from "./state"
import { Store } from "./store"
import { switchesSchema } from "./switches"
import { answerVendor, listEndpoints } from "./vendor"

export type DutchieOptions = {
  /** Any free port when left out. */
  port?: number
  /** This machine only when left out. */
  host?: string
  /** Keeps the store over restarts; in memory only when left out. */
  stateFile?: string
  /** What a store that has nothing yet starts with, and `reset` goes back to. */
  seed?: Seed
}

/**
 * Starts a Dutchie register: one location with its keys, shelf and tickets.
 *
 * @throws Error when the port is taken or the state file is of another make
 */
export async function startDutchieSimulator({
  port,
  host,
  stateFile: file,
  seed,
}: DutchieOptions = {}): Promise<Running> {
  const keeper = file ? stateFile(file, stateSchema) : noFile()
  const kept = keeper.load()
  const store = new Store(stateSchema.parse(kept ?? emptyState()))
  const parsed = seedSchema.parse(seed ?? {})
  if (kept) {
    // A key may have been given anew; what was sold stays sold.
    parsed.keys?.forEach((key) => seedKey(store, key))
  } else {
    applySeed(store, parsed)
  }
  const faults = new FaultQueue()
  const log = new RequestLog()
  const limits = new RateLimits()
  const reset = () => {
    store.state = emptyState()
    applySeed(store, parsed)
    faults.clear()
    log.clear()
    limits.clear()
  }
  const controls: ControlTable = {
    ...commonControls({
      faults,
      log,
      clock: {
        get: () => store.state.clock,
        set: (clock) => (store.state.clock = clock),
      },
      switches: {
        schema: switchesSchema,
        get: () => store.state.switches,
        set: (values) => {
          store.state.switches = switchesSchema.parse(values)
        },
      },
    }),
    ...orderControls(store),
    ...boardControls(store),
    "GET /": () => describe(store),
    "GET /state": () => json(store.state),
    "POST /seed": (request) => seedRoute(store, request),
    "POST /instore": (request) => instoreRoute(store, request),
    "POST /reset": () => {
      reset()
      return describe(store)
    },
  }
  const simulator: Simulator = {
    faults,
    log,
    now: () => store.now(),
    handle: (request) => answerVendor(store, limits, request),
    control: (request) => control(controls, request),
    error: errorOf,
    save: () => keeper.save(store.state),
  }
  await simulator.save()
  return listen(simulator, { port, host })
}

function describe({ state }: Store) {
  return json({
    vendor: "dutchie",
    location: state.location.locationName,
    products: state.products.length,
    customers: state.customers.length,
    orders: state.orders.length,
    transactions: state.transactions.length,
    endpoints: listEndpoints().body,
  })
}
