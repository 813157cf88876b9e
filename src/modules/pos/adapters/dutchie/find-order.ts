import { LookupResult } from "../../domain/lost-answer"
import { CallOptions, PosSession } from "../contract"
import { DutchieClient } from "./client"
import { ENDPOINTS } from "./endpoints"
import {
  DutchiePreorder,
  guestsReader,
  preordersReader,
  transactionsReader,
} from "./readers"

/** Clocks of two parties differ. */
const SKEW_MS = 5 * 60_000
/** A time without a zone may be any zone's. */
const UNKNOWN_ZONE_MS = 14 * 3_600_000

type Lost = Parameters<PosSession["findOrder"]>[0]

/**
 * Looks for an order whose submission got no answer. The status of an order
 * does not repeat our reference, so the guest list leads from the reference to
 * a transaction and the list of open orders from there to the order; what is
 * closed already is found in the transactions. Staff can edit the reference:
 * open orders of the same customer are named as candidates.
 */
export async function findOrder(
  client: DutchieClient,
  lost: Lost,
  options: CallOptions
): Promise<LookupResult> {
  const guests = await client.call(
    ENDPOINTS.guestlist,
    {},
    guestsReader,
    options
  )
  const open = await client.call(ENDPOINTS.status, {}, preordersReader, options)
  const guest = guests.find(
    ({ transactionReferenceNumber }) =>
      transactionReferenceNumber === lost.reference
  )
  const order =
    guest?.transactionId &&
    open.find(({ transactionId }) => transactionId === guest.transactionId)
  if (order) {
    return {
      kind: "found",
      external_id: order.preOrderId,
      transaction_id: order.transactionId,
    }
  }
  const transaction = await findTransaction(client, lost, options)
  if (transaction) {
    const ids = transaction.orderIds
    return {
      kind: "found",
      external_id: ids.length === 1 ? ids[0] : null,
      transaction_id: transaction.transactionId,
    }
  }
  if (guest) {
    // The ticket is there, but which order it is cannot be told.
    return {
      kind: "found",
      external_id: null,
      transaction_id: guest.transactionId,
    }
  }
  return {
    kind: "none",
    candidates: open
      .filter((each) => couldBe(each, lost))
      .map(({ preOrderId, transactionId }) => ({
        external_id: preOrderId,
        reference:
          guests.find(
            (each) =>
              transactionId !== null && each.transactionId === transactionId
          )?.transactionReferenceNumber ?? null,
      })),
  }
}

async function findTransaction(
  client: DutchieClient,
  { reference, submitted_at, now }: Lost,
  options: CallOptions
) {
  const transactions = await client.find(
    ENDPOINTS.transactions,
    {
      params: {
        FromLastModifiedDateUTC: iso(submitted_at.getTime() - SKEW_MS),
        ToLastModifiedDateUTC: iso(now.getTime() + SKEW_MS),
        IncludeOrderIds: true,
      },
    },
    transactionsReader,
    options
  )
  return transactions?.find(({ referenceId }) => referenceId === reference)
}

const iso = (ms: number) => new Date(ms).toISOString()

/** An open order of the same customer that may have come from our submission. */
function couldBe(
  { customerId, orderDate }: DutchiePreorder,
  { external_customer_id, submitted_at }: Lost
): boolean {
  if (customerId !== external_customer_id) {
    return false
  }
  const at = Date.parse(orderDate ?? "")
  if (Number.isNaN(at)) {
    return true
  }
  const tolerance = /(z|[+-]\d{2}:?\d{2})$/i.test(orderDate ?? "")
    ? SKEW_MS
    : UNKNOWN_ZONE_MS
  return at >= submitted_at.getTime() - tolerance
}
