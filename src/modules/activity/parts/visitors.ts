import { z } from "@medusajs/framework/zod"

import { claimsOf, EventClaim, inRounds, VisitorClaim } from "../domain/claims"
import { claimedCustomer } from "../domain/identity"
import type { NewEvent } from "../domain/new-event"
import { RecentClaims } from "../domain/recent-claims"
import type { StoreResult } from "../intake/store-lots"
import {
  Arrived,
  claimsFollowedUntil,
  OrderClaim,
  readClaims,
  readOrderClaims,
  setClaimsFollowedUntil,
} from "../queries/claims"
import { Sql } from "../queries/sql"
import { forgetChoices, inheritChoices } from "../queries/visitor-choices"
import {
  linkClaims,
  linkVisitors,
  newLinks,
  PreviousLink,
  releaseVisitor,
  restoreVisitorLink,
  resumeVisitor,
  VisitorLink,
} from "../queries/visitors"
import { EventsService, StoreOptions } from "./events"

const aliasSchema = z.object({ previousId: z.string() })

/** Links written in one transaction: each holds a lock until it ends. */
const LINKS_AT_ONCE = 200

/** Who the visitors behind the events are. */
export class VisitorsService extends EventsService {
  private readonly recent = new RecentClaims()

  /**
   * Stores events, and joins the visitors of those that say with a customer's id
   * who they are. When it returns, both are committed: who fails between the two
   * is told so, and sends the events again.
   */
  override async storeEvents(
    events: readonly NewEvent[],
    options: StoreOptions = {}
  ): Promise<StoreResult> {
    const result = await super.storeEvents(events, options)
    await this.linkClaims(
      events.flatMap((event) =>
        event.claimed_customer_id === null
          ? []
          : claimsOf({ ...event, previous_id: previousId(event) })
      )
    )
    return result
  }

  /**
   * Says that a visitor is a customer. The caller has proof: a session or an
   * order of that customer.
   *
   * @returns what was there before; null when the visitor may not be known
   */
  async linkVisitor(
    link: VisitorLink,
    at: Date = new Date()
  ): Promise<PreviousLink | null> {
    this.recent.forget(link.anonymous_id)
    const [written] = await this.writeLinks([{ ...link, at }], linkVisitors)
    return written ?? null
  }

  /**
   * Says that visitors were customers, each at its time.
   *
   * @returns how many links are new
   */
  async linkVisitors(claims: readonly VisitorClaim[]): Promise<number> {
    for (const claim of claims) {
      this.recent.forget(claim.anonymous_id)
    }
    let count = 0
    for (const round of inRounds(claims)) {
      const written = await this.writeLinks(round, linkVisitors)
      count += written.filter((link) => link.first_linked_at === null).length
    }
    return count
  }

  /**
   * Joins what stored events of a time say about their visitors and was not
   * joined when they came, because a process ended in between.
   *
   * @param arrived - `to` no later than `safeHorizon()`
   * @returns how many links are new
   */
  async joinClaims(arrived: Arrived): Promise<number> {
    const said = await readClaims(await this.sql(), arrived)
    return this.linkVisitors(
      said
        .filter(({ anonymous_id }) => claimedCustomer(anonymous_id) === null)
        .flatMap(({ first_at, last_at, ...link }) => [
          { ...link, at: first_at },
          { ...link, at: last_at },
        ])
    )
  }

  /** Orders that visitors say to have placed, in events of a time. */
  async listOrderClaims(arrived: Arrived): Promise<OrderClaim[]> {
    return readOrderClaims(await this.sql(), arrived)
  }

  /** The instant before which what events say was joined; null before the first. */
  async claimsFollowedUntil(): Promise<Date | null> {
    return claimsFollowedUntil(await this.sql())
  }

  /** Never goes back. */
  async setClaimsFollowedUntil(until: Date): Promise<void> {
    await setClaimsFollowedUntil(await this.sql(), until)
  }

  /** Links the visitors of stored events that say who they are. */
  async linkClaims(claims: readonly EventClaim[]): Promise<void> {
    const now = Date.now()
    const rounds = inRounds(claims)
    for (const round of rounds) {
      const news = round.filter((claim) => !this.recent.knows(claim, now))
      await this.writeLinks(news, linkClaims)
      for (const claim of news) {
        this.recent.add(claim, now)
      }
    }
  }

  /** Undoes `linkVisitor`. */
  async restoreVisitorLink(previous: PreviousLink): Promise<void> {
    this.recent.forget(previous.anonymous_id)
    const manager = await this.sql()
    await manager.transaction(async (locked) => {
      await restoreVisitorLink(locked, previous)
      if (previous.first_linked_at === null) {
        await forgetChoices(locked, [previous], new Date())
      }
    })
  }

  /**
   * Says that a customer no longer uses a browser: she logged out. What happens
   * there afterwards is nobody's, until somebody is known again.
   *
   * @returns the instant, for `resumeVisitor`; null when it was not her turn
   */
  async releaseVisitor(
    link: VisitorLink,
    at: Date = new Date()
  ): Promise<Date | null> {
    this.recent.forget(link.anonymous_id)
    return (await releaseVisitor(await this.sql(), link, at)) ? at : null
  }

  /** Undoes `releaseVisitor`. */
  async resumeVisitor(anonymous_id: string, at: Date): Promise<void> {
    await resumeVisitor(await this.sql(), anonymous_id, at)
  }

  /**
   * A browser takes over what its new customer chose, in the same transaction:
   * one who said no is not linked to it.
   */
  private async writeLinks<Claim extends VisitorClaim>(
    claims: readonly Claim[],
    link: (sql: Sql, claims: readonly Claim[]) => Promise<PreviousLink[]>
  ): Promise<PreviousLink[]> {
    const written: PreviousLink[] = []
    for (let start = 0; start < claims.length; start += LINKS_AT_ONCE) {
      const chunk = claims.slice(start, start + LINKS_AT_ONCE)
      const manager = await this.sql()
      const unknown = await newLinks(manager, chunk)
      if (!unknown.length) {
        written.push(...(await link(manager, chunk)))
        continue
      }
      await manager.transaction(async (locked) => {
        await inheritChoices(locked, unknown, new Date())
        written.push(...(await link(locked, chunk)))
      })
    }
    return written
  }
}

/** `previousId` of an `alias`, which the collector keeps as a property. */
function previousId({ type, properties }: NewEvent): string | null {
  if (type !== "alias") {
    return null
  }
  const parsed = aliasSchema.safeParse(JSON.parse(properties))
  return parsed.success ? parsed.data.previousId : null
}
