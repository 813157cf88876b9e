import { Context, InferTypeOf } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"

import { PreparedOrder } from "./adapters/contract"
import { openRequest, sealRequest } from "./credentials"
import { PosOrder } from "./models/pos-order"
import { PosVendorService } from "./parts/vendor"
import { LostCandidate } from "./domain/lost-answer"
import * as follow from "./queries/follow"
import * as orders from "./queries/orders"
import { sqlOf } from "./queries/types"

export type PosOrderRecord = InferTypeOf<typeof PosOrder>

/** POS connections, and the orders that go to them. */
class PosModuleService extends PosVendorService {
  /** One order at one connection. */
  @InjectManager()
  async findOrder(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<orders.PosOrderRow | undefined> {
    return await orders.findOrder(sqlOf(context), id)
  }

  /** Registers an order at a connection; null when that was done before. */
  @InjectManager()
  async registerOrder(
    order: orders.NewPosOrder,
    @MedusaContext() context: Context = {}
  ): Promise<string | null> {
    return await orders.insertOrder(sqlOf(context), order, new Date())
  }

  /** Takes registrations back unless somebody has acted on them. */
  @InjectManager()
  async removeUntouchedOrders(
    ids: string[],
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await orders.removeUntouched(sqlOf(context), ids)
  }

  /** Notes that a submission leaves now; undefined when the order does not wait as it did when it was read. */
  @InjectManager()
  async startSubmission(
    input: {
      id: string
      prepared: PreparedOrder
      seen: Date | null
      now: Date
    },
    @MedusaContext() context: Context = {}
  ): Promise<orders.PosOrderRow | undefined> {
    return await orders.startSubmission(sqlOf(context), {
      id: input.id,
      external_customer_id: input.prepared.external_customer_id,
      request: sealRequest(input.prepared.body),
      seen: input.seen,
      now: input.now,
    })
  }

  /** The submission of before, to be sent again unchanged; null when there was none. */
  async preparedBefore(
    order: Pick<orders.PosOrderRow, "request" | "external_customer_id">
  ): Promise<PreparedOrder | null> {
    return order.request && order.external_customer_id
      ? {
          external_customer_id: order.external_customer_id,
          body: openRequest(order.request),
        }
      : null
  }

  @InjectManager()
  async forgetSubmission(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await orders.forgetSubmission(sqlOf(context), id, new Date())
  }

  /** The POS has the order; undefined when that was recorded before. */
  @InjectManager()
  async recordSent(
    input: Parameters<typeof orders.recordSent>[1],
    @MedusaContext() context: Context = {}
  ): Promise<orders.PosOrderRow | undefined> {
    return await orders.recordSent(sqlOf(context), input)
  }

  /** Of open orders at the vendor those that no order of ours accounts for. */
  @InjectManager()
  async withoutOurs(
    connectionId: string,
    candidates: LostCandidate[],
    @MedusaContext() context: Context = {}
  ): Promise<LostCandidate[]> {
    const sql = sqlOf(context)
    const ids = await orders.knownExternalIds(
      sql,
      connectionId,
      candidates.map(({ external_id }) => external_id)
    )
    const references = await orders.waitingReferences(
      sql,
      connectionId,
      candidates.flatMap(({ reference }) => reference ?? [])
    )
    return candidates.filter(
      ({ external_id, reference }) =>
        !ids.has(external_id) && !references.has(reference ?? "")
    )
  }

  /**
   * Medusa canceled orders: what was not sent is withdrawn, what was (or may
   * have been) waits for its cancellation at the POS.
   */
  @InjectManager()
  @InjectTransactionManager()
  async cancelOrders(
    orderIds: string[],
    @MedusaContext() context: Context = {}
  ): Promise<{
    withdrawn: orders.PosOrderRow[]
    requested: orders.PosOrderRow[]
  }> {
    if (!orderIds.length) {
      return { withdrawn: [], requested: [] }
    }
    const sql = sqlOf(context)
    const now = new Date()
    return {
      withdrawn: await orders.withdrawUnsent(sql, orderIds, now),
      requested: await orders.requestCancel(sql, orderIds, now),
    }
  }

  /** Orders to poll, those asked longest ago first. */
  @InjectManager()
  async listOpenOrders(
    connectionId: string,
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<orders.PosOrderRow[]> {
    return await orders.openOrders(sqlOf(context), connectionId, limit)
  }

  /** A page of orders that wait to be sent, in order of id. */
  @InjectManager()
  async listWaitingOrders(
    page: { after: string; limit: number },
    @MedusaContext() context: Context = {}
  ): Promise<orders.PosOrderRow[]> {
    return await orders.waitingOrders(sqlOf(context), page.after, page.limit)
  }

  /** A page of orders that are on their way or open at a POS, in order of id. */
  @InjectManager()
  async listLivingOrders(
    page: { after: string; limit: number },
    @MedusaContext() context: Context = {}
  ): Promise<Pick<orders.PosOrderRow, "id" | "order_id">[]> {
    return await orders.livingOrders(sqlOf(context), page.after, page.limit)
  }

  /** Writes what the POS said; false when the order was closed before. */
  @InjectManager()
  async recordStatus(
    input: Parameters<typeof follow.recordStatus>[1],
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    return await follow.recordStatus(sqlOf(context), input)
  }

  /** The POS was asked and does not list the order. */
  @InjectManager()
  async recordUnlisted(
    input: Parameters<typeof follow.recordUnlisted>[1],
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await follow.recordUnlisted(sqlOf(context), input)
  }

  /** Says why a person has to look at an order. */
  @InjectManager()
  async recordAttention(
    id: string,
    attention: follow.Attention,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await follow.recordAttention(sqlOf(context), id, attention, new Date())
  }

  /** The POS did not let an order be canceled. */
  @InjectManager()
  async recordCancelRefused(
    id: string,
    attention: follow.Attention,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await follow.recordCancelRefused(sqlOf(context), id, attention, new Date())
  }

  /** An order that may have been sent was not, and is not wanted any more. */
  @InjectManager()
  async withdrawOrder(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await follow.withdraw(sqlOf(context), id, new Date())
  }

  /** Lets an order be sent again; undefined when the POS has it by now. */
  @InjectManager()
  async reopenOrder(
    id: string,
    decision: follow.Redecision,
    @MedusaContext() context: Context = {}
  ): Promise<orders.PosOrderRow | undefined> {
    return await follow.reopen(sqlOf(context), id, decision, new Date())
  }
}

export default PosModuleService
