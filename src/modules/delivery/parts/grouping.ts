import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"

import { acceptMoves, MoveOutcome, settleMoves } from "../domain/grouping-moves"
import * as groupings from "../queries/groupings"
import * as tours from "../queries/tours"
import { Sql } from "../queries/types"
import { sqlOf } from "./data"
import { PlanningService } from "./planning"

/** What suggestions and groupings are made from, and the proposals themselves. */
export class GroupingService extends PlanningService {
  /** Booked deliveries of a range of days that are still to be driven. */
  @InjectManager()
  async listBookingsToDrive(
    range: Parameters<typeof tours.bookingsToDrive>[1],
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<tours.BookingToDrive[]> {
    return await tours.bookingsToDrive(sqlOf(context), range, limit)
  }

  /** Slots of a range of days with their room. */
  @InjectManager()
  async listSlotLoads(
    range: Parameters<typeof tours.slotLoads>[1],
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<tours.SlotLoadRow[]> {
    return await tours.slotLoads(sqlOf(context), range, limit)
  }

  /** What is drawn of districts. */
  @InjectManager()
  async listDistrictAreas(
    ids: readonly string[],
    @MedusaContext() context: Context = {}
  ): Promise<tours.DistrictArea[]> {
    return await tours.districtAreas(sqlOf(context), ids)
  }

  /**
   * Keeps a proposal. Undecided ones over the same days are dismissed: there is
   * one to decide about.
   */
  @InjectManager()
  @InjectTransactionManager()
  async proposeGrouping(
    grouping: groupings.NewGrouping,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<{ grouping: groupings.GroupingRow; dismissed: string[] }> {
    const sql = sqlOf(context)
    const dismissed = await groupings.dismissOverlapping(sql, grouping, now)
    return {
      grouping: await groupings.insertGrouping(sql, grouping, now),
      dismissed,
    }
  }

  /** Takes a proposal back, and lets those it had replaced be decided again. */
  @InjectManager()
  @InjectTransactionManager()
  async withdrawGrouping(
    id: string,
    dismissed: readonly string[],
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const sql = sqlOf(context)
    await groupings.deleteGrouping(sql, id)
    await groupings.proposeAgain(sql, dismissed, now)
  }

  /** @throws MedusaError NOT_FOUND */
  @InjectManager()
  async retrieveGrouping(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<groupings.GroupingRow> {
    const grouping = await groupings.groupingById(sqlOf(context), id)
    if (!grouping) {
      throw groupingNotFound(id)
    }
    return grouping
  }

  /** Proposals, newest first. */
  @InjectManager()
  async pageGroupings(
    page: Parameters<typeof groupings.pageGroupings>[1],
    @MedusaContext() context: Context = {}
  ): Promise<{ rows: groupings.GroupingRow[]; count: number }> {
    return await groupings.pageGroupings(sqlOf(context), page)
  }

  /**
   * Accepts a proposal: its chosen moves wait to be made. One that is accepted
   * already stays as it is.
   *
   * @param bookingIds - whose moves are wanted; all when left out
   * @returns whether this call accepted it
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED when it was dismissed
   */
  @InjectManager()
  @InjectTransactionManager()
  async acceptGrouping(
    id: string,
    bookingIds: readonly string[] | undefined,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    const sql = sqlOf(context)
    const grouping = await lockedGrouping(sql, id)
    if (grouping.status === "accepted") {
      return false
    }
    if (grouping.status === "dismissed") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Proposal ${id} was dismissed: propose again for the same days.`
      )
    }
    const known = new Set(grouping.moves.map(({ booking_id }) => booking_id))
    const unknown = bookingIds?.filter((each) => !known.has(each)) ?? []
    if (unknown.length) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Proposal ${id} does not move ${unknown.join(", ")}.`
      )
    }
    await groupings.saveGrouping(
      sql,
      {
        id,
        status: "accepted",
        moves: acceptMoves(grouping.moves, bookingIds),
        decided_at: now,
      },
      now
    )
    return true
  }

  /** Takes an acceptance back of which nothing was done yet. */
  @InjectManager()
  @InjectTransactionManager()
  async unacceptGrouping(
    id: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const sql = sqlOf(context)
    const grouping = await lockedGrouping(sql, id)
    const begun = grouping.moves.some(
      ({ state }) => state === "moved" || state === "refused"
    )
    if (grouping.status === "accepted" && !begun) {
      const moves = grouping.moves.map((move) => ({
        ...move,
        state: "proposed" as const,
      }))
      await groupings.saveGrouping(
        sql,
        { id, status: "proposed", moves, decided_at: null },
        now
      )
    }
  }

  /**
   * Puts a proposal aside; one that is dismissed already stays as it is.
   *
   * @returns whether this call dismissed it
   * @throws MedusaError NOT_FOUND, or NOT_ALLOWED when it was accepted
   */
  @InjectManager()
  @InjectTransactionManager()
  async dismissGrouping(
    id: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    const sql = sqlOf(context)
    const grouping = await lockedGrouping(sql, id)
    if (grouping.status === "accepted") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Proposal ${id} was accepted: its moves are made. Move single orders back on their own pages.`
      )
    }
    if (grouping.status === "dismissed") {
      return false
    }
    const { moves } = grouping
    await groupings.saveGrouping(
      sql,
      { id, status: "dismissed", moves, decided_at: now },
      now
    )
    return true
  }

  /** Takes a dismissal back. */
  @InjectManager()
  @InjectTransactionManager()
  async undismissGrouping(
    id: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await groupings.proposeAgain(sqlOf(context), [id], now)
  }

  /** Notes how moves of an accepted proposal ended; each is noted once. */
  @InjectManager()
  @InjectTransactionManager()
  async settleGroupingMoves(
    id: string,
    outcomes: readonly MoveOutcome[],
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const sql = sqlOf(context)
    const grouping = await lockedGrouping(sql, id)
    const { status, decided_at } = grouping
    const moves = settleMoves(grouping.moves, outcomes)
    await groupings.saveGrouping(sql, { id, status, moves, decided_at }, now)
  }

  /** Accepted proposals with moves that nobody has made. */
  @InjectManager()
  async listUnfinishedGroupings(
    acceptedBefore: Date,
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<groupings.GroupingRow[]> {
    return await groupings.unfinishedGroupings(
      sqlOf(context),
      acceptedBefore,
      limit
    )
  }
}

async function lockedGrouping(
  sql: Sql,
  id: string
): Promise<groupings.GroupingRow> {
  const grouping = await groupings.lockGrouping(sql, id)
  if (!grouping) {
    throw groupingNotFound(id)
  }
  return grouping
}

const groupingNotFound = (id: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Grouping proposal ${id} does not exist.`
  )
