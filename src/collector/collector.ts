import { IncomingMessage, ServerResponse } from "node:http"

import type { CollectorSettings } from "../modules/activity/domain/consent"
import { DroppedEvents, NewEvent } from "../modules/activity/domain/new-event"
import { Answer, answer, refuse, retryLater } from "./answers"
import { BodyProblem } from "./body"
import { Budget, BudgetLimits, Overloaded, Share } from "./budget"
import { CollectorPath } from "./calls"
import { rudderSourceConfig, segmentSettings } from "./client-settings"
import { ChoiceStore, takeChoice } from "./consent/choose"
import { allowCrossOrigin } from "./cors"
import { Dialect, segmentDialect } from "./dialect"
import { posthogDialect } from "./posthog/dialect"
import { respondToPosthog } from "./posthog/respond"
import { Reading } from "./read-call"
import { writeKeyOf } from "./write-key"

/** Where events go. */
export type EventStore = {
  /** Returns once what it counts as stored is committed. */
  storeEvents(events: readonly NewEvent[]): Promise<{
    /** New ones that were kept. */
    stored: number
    /** New ones without consent, of which only the number is kept. */
    counted: number
    duplicates: number
    refused: NewEvent[]
  }>
  countDropped(dropped: readonly DroppedEvents[]): Promise<void>
}

/** What one request needs of its surroundings. */
export type CollectorContext = {
  store: EventStore
  /** Where visitors' choices go: straight to the store, so that they hold at once. */
  choices: ChoiceStore
  /** Id of the source a write key belongs to; null for an unknown key. */
  findSource(writeKey: string): Promise<string | null>
  /** What the shop decided about consent. */
  settings(): Promise<CollectorSettings>
  /** ISO 3166 code of where a request comes from, see `consent/country-of`. */
  countryOf(req: IncomingMessage): string | null
  logger: { warn(message: string): void }
  /** Public address of the collector, for example `https://shop.example/collect`. */
  publicUrl: string
}

const BUSY_SECONDS = 1
const AWAY_SECONDS = 5
/** A store that is away is mentioned once in this time, in ms. */
const MENTION_MS = 10_000

/**
 * Answers the clients of Segment, RudderStack and PostHog. It knows Node's HTTP
 * only, so it serves inside the shop and in a process of its own.
 *
 * Never is a 4xx given for what another try might mend, nor a 5xx for an event
 * that no try will: clients drop on the one and repeat for ever on the other.
 */
export class Collector {
  private readonly budget: Budget
  private mentionedAt = -Infinity

  /** @param limits - what all requests at work may hold together */
  constructor(limits?: BudgetLimits) {
    this.budget = new Budget(limits)
  }

  async handle(
    req: IncomingMessage,
    res: ServerResponse,
    path: CollectorPath,
    context: CollectorContext
  ): Promise<void> {
    allowCrossOrigin(req, res)
    if (req.method === "OPTIONS") {
      return answer(res, { status: 204 })
    }
    try {
      answer(res, await this.withinBudget(req, path, context))
    } catch (error) {
      if (req.destroyed && !req.complete) {
        // The client left: nobody waits for an answer, nothing was promised.
        return
      }
      if (error instanceof Overloaded) {
        return answer(res, busy(path))
      }
      this.mention(error, context)
      answer(res, retryLater(503, AWAY_SECONDS, "The store is away"))
    }
  }

  private async withinBudget(
    req: IncomingMessage,
    path: CollectorPath,
    context: CollectorContext
  ): Promise<Answer> {
    const share = this.budget.open()
    try {
      return await this.respond(req, path, context, share)
    } finally {
      share.giveBack()
    }
  }

  private async respond(
    req: IncomingMessage,
    path: CollectorPath,
    context: CollectorContext,
    share: Share
  ): Promise<Answer> {
    const query = new URLSearchParams((req.url ?? "").split("?")[1] ?? "")
    if (path.kind === "call") {
      return collect(req, query, segmentDialect(path.call), context, share)
    }
    if (path.kind === "consent") {
      return takeChoice(req, query, context, share)
    }
    if (path.kind === "posthog" && path.ask === "capture") {
      return collect(req, query, posthogDialect, context, share)
    }
    if (path.kind === "posthog" && path.ask !== "config") {
      return respondToPosthog(path, query)
    }
    const key = "writeKey" in path ? path.writeKey : writeKeyOf(req, query)
    const sourceId = key && (await context.findSource(key))
    if (!key || !sourceId) {
      return unknownKey
    }
    if (path.kind === "posthog") {
      return respondToPosthog(path, query)
    }
    const { protocol, host, pathname } = new URL(context.publicUrl)
    const apiHost = `${host}${pathname.replace(/\/$/, "")}/v1`
    return {
      status: 200,
      body:
        path.kind === "settings"
          ? segmentSettings(key, apiHost, protocol.replace(":", ""))
          : rudderSourceConfig(sourceId, key),
    }
  }

  /** Once in a while: clients that try again would fill the log. */
  private mention(error: unknown, { logger }: CollectorContext): void {
    const now = performance.now()
    if (now - this.mentionedAt >= MENTION_MS) {
      this.mentionedAt = now
      logger.warn(
        `Events are not being stored: ${error instanceof Object && "message" in error ? error.message : error}`
      )
    }
  }
}

const unknownKey = refuse(401, "The write key is not known")

/** posthog-js keeps what is answered with 5xx only: on 429 it drops its events. */
function busy({ kind }: CollectorPath): Answer {
  const status = kind === "posthog" ? 503 : 429
  return retryLater(status, BUSY_SECONDS, "Too many requests")
}

async function collect(
  req: IncomingMessage,
  query: URLSearchParams,
  dialect: Dialect,
  context: CollectorContext,
  share: Share
): Promise<Answer> {
  try {
    const keyAhead = dialect.keyAhead(req, query)
    const early = keyAhead && (await context.findSource(keyAhead))
    if (keyAhead && !early) {
      return unknownKey
    }
    const { writeKey, read } = await dialect.decode(req, query, share)
    const source_id =
      early || (writeKey && (await context.findSource(writeKey)))
    if (!source_id) {
      return unknownKey
    }
    const reading = read({
      headers: req.headers,
      country: context.countryOf(req),
      source_id,
      received_at: new Date(),
      settings: await context.settings(),
    })
    share.holdEvents(reading.events.length)
    return await store(reading, source_id, dialect, context.store)
  } catch (error) {
    if (error instanceof BodyProblem) {
      return refuse(error.status, error.message)
    }
    throw error
  }
}

/** Stores the good ones, counts the others, and says how many of each. */
async function store(
  { events, dropped, problem }: Reading,
  source_id: string,
  dialect: Dialect,
  store: EventStore
): Promise<Answer> {
  if (problem) {
    return refuse(400, PROBLEMS[problem])
  }
  const result = await store.storeEvents(events)
  const refused = [...dropped].map(([reason, count]) => ({
    source_id,
    reason,
    count,
  }))
  if (refused.length) {
    await store.countDropped(refused)
  }
  const count = refused.reduce((sum, each) => sum + each.count, 0)
  const isAtFault = [...dropped.keys()].some((reason) => reason !== "not_kept")
  if (isAtFault && !events.length) {
    const reasons = [...dropped.keys()].join(", ")
    return refuse(400, `No event could be stored (${reasons})`)
  }
  return {
    status: 200,
    body: dialect.thanks({
      stored: result.stored,
      counted: result.counted,
      duplicates: result.duplicates,
      dropped: count + result.refused.length,
    }),
  }
}

const PROBLEMS = {
  empty_batch: "The batch is empty",
  invalid_body: "A batch is an object with an array named batch",
}
