import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import {
  CashPolicy,
  DeliveryOutcome,
  NO_CASH_POLICY,
} from "../domain/cash-limit"
import { deliveryOutcomes } from "../queries/outcomes"
import { readSetting, writeSetting } from "../queries/settings"
import { sqlOf } from "./data"
import { PlacesService } from "./places"

const CASH = "cash"

const amount = z.number().nonnegative().nullable()
/** As it is stored; a field that an older version did not know keeps its default. */
const policySchema = z.object({
  limit: amount.default(NO_CASH_POLICY.limit),
  new_customer_limit: amount.default(NO_CASH_POLICY.new_customer_limit),
  known_after_orders: z
    .number()
    .int()
    .nonnegative()
    .default(NO_CASH_POLICY.known_after_orders),
  guest_limit: amount.default(NO_CASH_POLICY.guest_limit),
  refuse_after_failures: z
    .number()
    .int()
    .positive()
    .nullable()
    .default(NO_CASH_POLICY.refuse_after_failures),
})

/** How much may be paid at the door, and what customers did there before. */
export class CashLimitsService extends PlacesService {
  @InjectManager()
  async retrieveCashPolicy(
    @MedusaContext() context: Context = {}
  ): Promise<CashPolicy> {
    return policySchema.parse((await readSetting(sqlOf(context), CASH)) ?? {})
  }

  /** Sets the policy whole. Returns the one before. */
  @InjectManager()
  @InjectTransactionManager()
  async setCashPolicy(
    policy: CashPolicy,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<CashPolicy> {
    const sql = sqlOf(context)
    const before = policySchema.parse((await readSetting(sql, CASH)) ?? {})
    await writeSetting(sql, CASH, policySchema.parse(policy), now)
    return before
  }

  /**
   * What became of the deliveries of orders, newest first.
   *
   * @param orderIds - of one customer
   */
  @InjectManager()
  async listDeliveryOutcomes(
    orderIds: readonly string[],
    @MedusaContext() context: Context = {}
  ): Promise<DeliveryOutcome[]> {
    return await deliveryOutcomes(sqlOf(context), orderIds)
  }
}
