import { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"

import { earningOf, EarningOrder } from "./domain/earning"
import { earnKey } from "./domain/keys"
import { DEFAULT_PROGRAM, programProblem, ProgramRules } from "./domain/program"
import { AdjustInput, writeAdjustment } from "./ledger/adjust"
import { DatedEarning, writeEarnings } from "./ledger/earn"
import { writeExpiries } from "./ledger/expire"
import { KeptOrder, writeReversal } from "./ledger/reverse"
import { LoyaltyAccount } from "./models/loyalty-account"
import { LoyaltyAdjustment } from "./models/loyalty-adjustment"
import { LoyaltyEntry } from "./models/loyalty-entry"
import { LoyaltyLot } from "./models/loyalty-lot"
import { LoyaltyLotUse } from "./models/loyalty-lot-use"
import { LoyaltyProgram } from "./models/loyalty-program"
import * as accounts from "./queries/accounts"
import { AdjustmentRow } from "./queries/adjustments"
import * as entries from "./queries/entries"
import { expiringLots } from "./queries/lots"
import { programRules } from "./queries/program"
import { EntryRow, Sql } from "./queries/types"

const BULK_BATCH = 1_000
const EXPIRING_SHOWN = 10

/** What a customer has. */
export type PointsBalance = {
  /** Sum of the ledger. */
  balance: number
  /** What can be spent now; below zero when points were taken back after they were spent. */
  available: number
  /** Earned, but not to be spent yet. */
  pending: number
  /** What will be lost next, soonest first; the first ten instants. */
  expiring: { points: number; expires_at: Date }[]
}

export type ProgramChanges = Partial<Omit<ProgramRules, "active_since">>

class LoyaltyPointsModuleService extends MedusaService({
  LoyaltyProgram,
  LoyaltyAccount,
  LoyaltyEntry,
  LoyaltyLot,
  LoyaltyLotUse,
  LoyaltyAdjustment,
}) {
  /** The programme's rules; a shop that never set any has one that is off. */
  @InjectManager()
  async retrieveProgram(
    @MedusaContext() context: Context = {}
  ): Promise<ProgramRules> {
    return (await programRules(sqlOf(context))) ?? DEFAULT_PROGRAM
  }

  /**
   * Changes the rules for orders from now on; what was earned stays.
   *
   * @throws MedusaError INVALID_DATA when points would expire before they can be spent
   */
  @InjectManager()
  @InjectTransactionManager()
  async changeProgram(
    changes: ProgramChanges,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<{ before: ProgramRules; after: ProgramRules }> {
    const sql = sqlOf(context)
    await sql.execute(
      `insert into loyalty_program (id, code) values (?, 'default')
       on conflict (code) where deleted_at is null do nothing`,
      [generateEntityId(undefined, "lprog")]
    )
    const before = (await programRules(sql, "for update")) ?? DEFAULT_PROGRAM
    const switchedOn = changes.is_active === true && !before.is_active
    const after = {
      ...before,
      ...changes,
      active_since: switchedOn ? now : before.active_since,
    }
    const problem = programProblem(after)
    if (problem) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, problem)
    }
    await this.updateLoyaltyPrograms(
      { selector: { code: "default" }, data: after },
      context
    )
    return { before, after }
  }

  /**
   * Writes what orders earned, each order once, however often it is asked for.
   *
   * @returns ids of the orders whose points were written by this call
   */
  @InjectManager()
  @InjectTransactionManager()
  async earn(
    earnings: DatedEarning[],
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    return await writeEarnings(sqlOf(context), earnings, now)
  }

  /**
   * Writes the points of many orders of the past, by the rules as they are and
   * dated when the orders were placed: for a shop that brings its history along.
   * Orders that have their points are left alone; canceled ones must be left out.
   *
   * @param zone - the shop's IANA zone
   * @returns how many orders got points
   */
  @InjectManager()
  async earnInBulk(
    orders: EarningOrder[],
    zone: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    const rules = await this.retrieveProgram(context)
    const earnings = orders.flatMap((order) => {
      const earning = earningOf(order, rules, zone)
      return earning ? [{ ...earning, created_at: order.placed_at }] : []
    })
    let written = 0
    for (let start = 0; start < earnings.length; start += BULK_BATCH) {
      const batch = earnings.slice(start, start + BULK_BATCH)
      written += (await this.earn(batch, now, context)).length
    }
    return written
  }

  /** Those of the orders that have no points in the ledger. */
  @InjectManager()
  async ordersWithoutEarning(
    orderIds: string[],
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    const known = await entries.keysInLedger(
      sqlOf(context),
      orderIds.map(earnKey)
    )
    return orderIds.filter((id) => !known.has(earnKey(id)))
  }

  /**
   * Takes back what an order no longer deserves; doing it again changes nothing.
   *
   * @returns the points taken back by this call
   */
  @InjectManager()
  @InjectTransactionManager()
  async reverse(
    order: KeptOrder,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    return await writeReversal(sqlOf(context), order, now)
  }

  /** Orders with points that were not taken back in whole, oldest first after the cursor. */
  @InjectManager()
  async listEarnedOrders(
    page: { after: entries.EntryCursor; limit: number },
    @MedusaContext() context: Context = {}
  ): Promise<entries.EarnedOrder[]> {
    return await entries.earnedOrders(sqlOf(context), page)
  }

  /**
   * Gives or takes points by hand. The same idempotency key counts once.
   *
   * @throws MedusaError NOT_ALLOWED with a code of `domain/refusals`
   */
  @InjectManager()
  @InjectTransactionManager()
  async adjust(
    input: AdjustInput,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<{ adjustment: AdjustmentRow; made: boolean }> {
    return await writeAdjustment(sqlOf(context), input, now)
  }

  /** Takes what is left of about so many lots whose time is over; returns how many. */
  @InjectManager()
  @InjectTransactionManager()
  async expireLots(
    limit: number,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    return await writeExpiries(sqlOf(context), now, limit)
  }

  /** What a customer has; zeros for one who never had points. */
  @InjectManager()
  async retrieveBalance(
    customerId: string,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<PointsBalance> {
    const sql = sqlOf(context)
    const row = await accounts.balanceOf(sql, customerId, now)
    if (!row) {
      return { balance: 0, available: 0, pending: 0, expiring: [] }
    }
    const { account_id, balance, pending, lapsed } = row
    return {
      balance,
      available: balance - pending - lapsed,
      pending,
      expiring: await expiringLots(sql, account_id, now, EXPIRING_SHOWN),
    }
  }

  /** A page of a customer's entries, newest first. */
  @InjectManager()
  async pageEntries(
    customerId: string,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<{ rows: EntryRow[]; count: number }> {
    const sql = sqlOf(context)
    const rows = await entries.entriesBefore(sql, customerId, page)
    return { rows, count: await entries.countEntries(sql, customerId) }
  }

  /** A customer's entries before the cursor, newest first. */
  @InjectManager()
  async listEntriesBefore(
    customerId: string,
    page: { before?: entries.EntryCursor; limit: number },
    @MedusaContext() context: Context = {}
  ): Promise<EntryRow[]> {
    return await entries.entriesBefore(sqlOf(context), customerId, page)
  }

  /** Accounts whose totals are not what ledger and lots add up to; there should be none. */
  @InjectManager()
  async findBrokenAccounts(
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<accounts.BrokenAccount[]> {
    return await accounts.brokenAccounts(sqlOf(context), limit)
  }
}

function sqlOf(context: Context): Sql {
  return (context.transactionManager ?? context.manager) as Sql
}

export default LoyaltyPointsModuleService
