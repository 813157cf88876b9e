import { type Answer, json } from "../../shared/answer"
import type { SimRequest } from "../../shared/request"
import { type Endpoint, flag, instant, int } from "../endpoint"
import { errorOf, validationResult } from "../errors"
import { PER_MINUTE } from "../rate-limits"
import { sum } from "../money"
import type { Transaction } from "../state/sales"
import type { Store } from "../store"

/** Ways to choose transactions; documented as excluding each other. */
const CHOICES = [
  ["TransactionId"],
  ["FromLastModifiedDateUTC", "ToLastModifiedDateUTC"],
  ["FromDateUTC", "ToDateUTC"],
]

export const REPORTING: Endpoint[] = [
  {
    method: "GET",
    path: "/reporting/transactions",
    role: "Reporting",
    perMinute: PER_MINUTE.transactions,
    handle: transactions,
  },
  {
    method: "GET",
    path: "/reporting/loyalty-snapshot",
    role: "Reporting",
    perMinute: PER_MINUTE.loyaltySnapshot,
    handle: ({ state }) =>
      json(
        state.customers
          .filter(({ isLoyaltyMember }) => isLoyaltyMember)
          .map(({ customerId, loyaltyBalance }) => ({
            customerId,
            loyaltyBalance,
            loyaltySpent: 0,
            loyaltyEarned: loyaltyBalance,
          }))
      ),
  },
  {
    method: "GET",
    path: "/discounts/v2/list",
    role: "any",
    perMinute: PER_MINUTE.standard,
    handle: ({ state }, request) =>
      json(
        state.discounts.filter(
          ({ isActive }) =>
            isActive !== false || flag(request, "includeInactive")
        )
      ),
  },
]

function transactions(store: Store, request: SimRequest): Answer {
  if (store.switches.reporting_transactions === "killed") {
    return errorOf(503)
  }
  const used = CHOICES.filter((names) =>
    names.some((name) => request.query.has(name.toLowerCase()))
  )
  if (used.length !== 1) {
    return validationResult(
      (used.length ? used.flat() : ["Request"]).map((propertyName) => ({
        propertyName,
        errorMessage:
          "Give a TransactionId, a range of FromDateUTC and ToDateUTC, or a range of FromLastModifiedDateUTC and ToLastModifiedDateUTC",
      }))
    )
  }
  const id = int(request, "TransactionId")
  const chosen = store.state.transactions.filter(
    (sale) =>
      (id === undefined || sale.transactionId === id) &&
      within(sale.lastModifiedDateUTC, request, "LastModifiedDateUTC") &&
      within(sale.transactionDate, request, "DateUTC")
  )
  return json(chosen.map((sale) => report(store, sale, request)))
}

function within(at: string, request: SimRequest, suffix: string): boolean {
  return (
    at >= (instant(request, `From${suffix}`) ?? "") &&
    at <= (instant(request, `To${suffix}`) ?? "9999")
  )
}

/** `Transaction` of the OpenAPI description. */
function report(store: Store, sale: Transaction, request: SimRequest) {
  const customer = store.customer(sale.customerId)
  const type = store.customerType(customer?.customerType ?? "")
  const detail = flag(request, "IncludeDetail")
  const taxes = flag(request, "IncludeTaxes")
  return {
    transactionId: sale.transactionId,
    customerId: sale.customerId,
    employeeId: 1,
    transactionDate: sale.transactionDate,
    transactionDateLocalTime: sale.transactionDate.replace(/Z$/, ""),
    lastModifiedDateUTC: sale.lastModifiedDateUTC,
    voidDate: sale.voidDate,
    isVoid: sale.voidDate !== null,
    isReturn: sale.isReturn,
    returnOnTransactionId: sale.returnOnTransactionId,
    adjustmentForTransactionId: null,
    transactionType: "Retail",
    orderType: sale.orderType,
    orderSource: sale.orderSource,
    orderMethod: sale.orderType,
    wasPreOrdered: sale.orderIds.length > 0,
    orderIds: flag(request, "IncludeOrderIds") ? sale.orderIds : null,
    referenceId: sale.referenceId,
    invoiceNumber: `INV-${sale.transactionId}`,
    isMedical: type?.isMedical ?? false,
    customerTypeId: type?.id ?? 0,
    subtotal: sale.subtotal,
    totalDiscount: 0,
    totalBeforeTax: sale.subtotal,
    isTaxInclusive: false,
    tax: sale.tax,
    tipAmount: null,
    total: sale.total,
    totalItems: sale.items.length,
    paid: sum([sale.cashPaid, sale.debitPaid]),
    changeDue: 0,
    cashPaid: sale.cashPaid,
    debitPaid: sale.debitPaid,
    electronicPaid: 0,
    creditPaid: 0,
    giftPaid: 0,
    prePaymentAmount: 0,
    loyaltyEarned: 0,
    loyaltySpent: 0,
    items: detail
      ? sale.items.map((item) => line(store, sale, item, taxes))
      : null,
    discounts: [],
    taxSummary: taxes ? [{ rateName: "Sales tax", amount: sale.tax }] : null,
    feesAndDonations: [],
  }
}

/** `TransactionItem` of the OpenAPI description. */
function line(
  store: Store,
  { transactionId }: Transaction,
  item: Transaction["items"][number],
  taxes: boolean
) {
  const product = store.product(item.productId)
  return {
    transactionId,
    transactionItemId: item.transactionItemId,
    productId: item.productId,
    quantity: item.quantity,
    unitPrice: item.unitPrice,
    unitCost: product?.unitCost ?? null,
    totalPrice: item.totalPrice,
    totalDiscount: item.totalDiscount,
    packageId: item.packageId,
    sourcePackageId: null,
    batchName: item.batchName,
    inventoryId: item.inventoryId,
    unitId: 1,
    unitWeight: product?.netWeight ?? null,
    unitWeightUnit: product?.netWeightUnit ?? null,
    flowerEquivalent: product?.flowerEquivalent ?? null,
    isReturned: item.returnedByTransactionId !== null,
    returnDate: item.returnDate,
    returnReason: item.returnReason,
    returnedByTransactionId: item.returnedByTransactionId,
    isCoupon: false,
    discounts: [],
    taxes: taxes
      ? [
          {
            rateName: "Sales tax",
            rate: store.switches.tax_rate,
            amount: item.totalTax,
            transactionItemId: item.transactionItemId,
          },
        ]
      : null,
  }
}
