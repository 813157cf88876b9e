import { z } from "@medusajs/framework/zod"

import { type Answer, json } from "./answer"
import { advance, type ClockState, freeze, nowOf, REAL_TIME } from "./clock"
import { faultRuleSchema, type FaultQueue } from "./faults"
import { parameter, type SimRequest } from "./request"
import type { RequestLog } from "./request-log"
import { CONTROL } from "./server"
import { listSwitches } from "./switches"

/** A request below `/__sim`, with what its path holds. */
export type ControlHandler = (
  request: SimRequest,
  params: Record<string, string>
) => Answer

/** `POST /orders/:id/advance` and the like; the method comes first. */
export type ControlTable = Record<string, ControlHandler>

/** What is refused with 400 and its reason. */
export class ControlError extends Error {
  override name = "ControlError"
}

/** Answers from a table; undefined where it has nothing. */
export function control(
  table: ControlTable,
  request: SimRequest
): Answer | undefined {
  const path = request.path.slice(CONTROL.length) || "/"
  for (const [route, handler] of Object.entries(table)) {
    const [method, pattern] = route.split(" ")
    const params = match(pattern, path)
    if (method === request.method && params) {
      return attempt(() => handler(request, params))
    }
  }
  return undefined
}

/**
 * The body of a control request.
 *
 * @throws ControlError when it is no JSON or not of this shape
 */
export function controlBody<T>({ body }: SimRequest, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(body || "{}"))
  if (!parsed.success) {
    throw new ControlError(z.prettifyError(parsed.error))
  }
  return parsed.data
}

/** What every simulator is steered by: faults, clock, switches, log. */
export function commonControls(parts: {
  faults: FaultQueue
  log: RequestLog
  clock: { get(): ClockState; set(clock: ClockState): void }
  switches: {
    schema: z.ZodObject
    get(): Record<string, unknown>
    set(values: Record<string, unknown>): void
  }
}): ControlTable {
  const { faults, log, clock, switches } = parts
  const time = () => {
    const { frozen } = clock.get()
    const now = nowOf(clock.get()).toISOString()
    return json({ now, frozen: frozen !== null })
  }
  const shown = () => json(listSwitches(switches.schema, switches.get()))
  return {
    "GET /faults": () => json(faults.list()),
    "POST /faults": (request) => {
      const rules = z.union([
        z.array(faultRuleSchema).min(1),
        faultRuleSchema.transform((rule) => [rule]),
      ])
      return json(faults.add(controlBody(request, rules)), 201)
    },
    "DELETE /faults": () => {
      faults.clear()
      return json([])
    },
    "GET /clock": time,
    "POST /clock": (request) => {
      clock.set(move(clock.get(), controlBody(request, clockSchema)))
      return time()
    },
    "GET /switches": shown,
    "POST /switches": (request) => {
      const given = controlBody(request, switches.schema.partial())
      // A default fills in what was not sent: only what was sent is taken.
      const sent = Object.keys(controlBody(request, z.looseObject({})))
      const taken = sent.map((name) => [name, given[name]] as const)
      switches.set({ ...switches.get(), ...Object.fromEntries(taken) })
      return shown()
    },
    "GET /log": (request) =>
      json(
        log.list({
          method: parameter(request, "method"),
          path: parameter(request, "path"),
        })
      ),
    "DELETE /log": () => {
      log.clear()
      return json([])
    },
  }
}

const clockSchema = z.union([
  z.strictObject({ advance_ms: z.int().min(0) }),
  z.strictObject({ freeze_at: z.iso.datetime({ offset: true }) }),
  z.strictObject({ real: z.literal(true) }),
])

function move(
  clock: ClockState,
  change: z.infer<typeof clockSchema>
): ClockState {
  if ("advance_ms" in change) {
    return advance(clock, change.advance_ms)
  }
  return "freeze_at" in change
    ? freeze(clock, new Date(change.freeze_at))
    : REAL_TIME
}

function attempt(action: () => Answer): Answer {
  try {
    return action()
  } catch (error) {
    if (error instanceof ControlError) {
      return json({ error: error.message }, 400)
    }
    throw error
  }
}

function match(
  pattern: string,
  path: string
): Record<string, string> | undefined {
  const wanted = pattern.split("/")
  const given = path.split("/")
  if (wanted.length !== given.length) {
    return undefined
  }
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(":")) {
      params[part.slice(1)] = decodeURIComponent(given[index])
    } else if (part !== given[index]) {
      return undefined
    }
  }
  return params
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new ControlError(`The body is not JSON: ${String(error)}`)
  }
}
