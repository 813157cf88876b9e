import { z } from "@medusajs/framework/zod"

import { distinctProducts } from "../../domain/catalogue"
import {
  CallOptions,
  ConnectionConfig,
  OutgoingOrder,
  PosAdapter,
  PosOrderReport,
  PosSession,
} from "../contract"
import { stableGuid } from "../idempotency"
import { DutchieClient } from "./client"
import { ensureCustomer } from "./customers"
import { Endpoint, ENDPOINTS } from "./endpoints"
import { findOrder } from "./find-order"
import {
  DutchiePreorder,
  identityReader,
  preordersReader,
  productsReader,
  submittedReader,
} from "./readers"
import { DUTCHIE_STATUS_MAP, parseDutchieSettings } from "./settings"
import { stateCode } from "./state-code"

const SOURCES: Record<string, Endpoint> = {
  products: ENDPOINTS.products,
  inventory: ENDPOINTS.inventory,
  reporting_inventory: ENDPOINTS.reportingInventory,
}

/**
 * Dutchie POS (formerly LeafLogix), REST, one key per location. Written from
 * the vendor's OpenAPI description and guides; what they contradict each other
 * about is read in every way they name.
 */
export const dutchieAdapter: PosAdapter = {
  id: "dutchie",
  label: "Dutchie POS",
  capabilities: {
    order_mode: "push",
    stock: "counted",
    webhooks: "none",
    delta: true,
    cancel: true,
    returns: "read",
    customers: true,
    loyalty: true,
  },
  default_base_url: "https://api.pos.dutchie.com",
  credential_fields: [
    { name: "api_key", label: "API key of the location", required: true },
    { name: "integrator_key", label: "Integrator key", required: false },
  ],
  default_status_map: DUTCHIE_STATUS_MAP,
  parseSettings: parseDutchieSettings,
  open: openSession,
}

function openSession(config: ConnectionConfig): PosSession {
  const client = new DutchieClient(config)
  const settings = parseDutchieSettings(config.settings)
  // Names us to Dutchie; together with the idempotency key it names the order.
  const consumerKey = stableGuid("consumer", config.connection_id)

  const readOrders = (
    params: Record<string, string>,
    options: CallOptions = {}
  ) => client.find(ENDPOINTS.status, { params }, preordersReader, options)

  return {
    async check(options) {
      const identity = await client.call(
        ENDPOINTS.whoami,
        {},
        identityReader,
        options
      )
      return {
        location_id: identity.locationId,
        location_name:
          identity.doingBusinessAs ??
          identity.locationName ??
          identity.locationId,
        state: identity.state,
        license: identity.licenseNumber,
      }
    },

    async readCatalogue(options) {
      const source = SOURCES[settings.catalogue_source]
      const products = await client.call(source, {}, productsReader, options)
      return distinctProducts(
        products.map(({ productId, sku, productName }) => ({
          external_id: productId,
          sku,
          name: productName ?? `Product ${productId}`,
        }))
      )
    },

    async prepareOrder(order, idempotencyKey, options = {}) {
      const external_customer_id = await ensureCustomer(
        client,
        order,
        { consumerKey, customerType: settings.customer_type },
        options
      )
      return {
        external_customer_id,
        body: submission(order, external_customer_id, idempotencyKey),
      }
    },

    async submitOrder({ body }, _idempotencyKey, options) {
      return await client.call(
        ENDPOINTS.submit,
        { body, headers: { ConsumerKey: consumerKey } },
        submittedReader,
        options
      )
    },

    findOrder: (lost, options = {}) => findOrder(client, lost, options),

    async readOpenOrders(options) {
      return ((await readOrders({}, options)) ?? []).map(toReport)
    },

    async readOrder(externalId, options) {
      const orders = await readOrders({ PreOrderId: externalId }, options)
      const order = orders?.find(({ preOrderId }) => preOrderId === externalId)
      return order ? toReport(order) : null
    },

    async cancelOrder(externalId, reason, options) {
      await client.call(
        ENDPOINTS.cancel,
        {
          body: { orderId: Number(externalId), cancellationReason: reason },
        },
        // Documented as a number; that it was canceled is read from the status.
        z.unknown(),
        options
      )
    },
  }
}

/** `CreatePreOrderRequest`. Dutchie prices the order itself; payment is taken at hand-over. */
function submission(
  order: OutgoingOrder,
  customerId: string,
  idempotencyKey: string
): Record<string, unknown> {
  const { address } = order
  return {
    customerId: Number(customerId),
    items: order.products.map(({ external_product_id, quantity }) => ({
      productId: Number(external_product_id),
      quantity,
    })),
    isDelivery: order.is_delivery,
    orderSource: "Web",
    ...(order.is_delivery && address
      ? {
          deliveryStreet: address.address_1,
          ...(address.address_2 ? { deliveryStreet2: address.address_2 } : {}),
          deliveryCity: address.city,
          deliveryState: stateCode(address.province),
          deliveryPostalCode: address.postal_code,
        }
      : {}),
    notes: `Online order #${order.display_id}`,
    transactionReference: order.reference,
    // Ours is long and names our ids; a GUID made of it is what the header holds too.
    idempotencyKey: stableGuid(idempotencyKey),
  }
}

function toReport(order: DutchiePreorder): PosOrderReport {
  return {
    external_id: order.preOrderId,
    transaction_id: order.transactionId,
    // Without a word it is shown as unknown, which changes nothing.
    word: order.status ?? (order.rejectedReason ? "Rejected" : "?"),
    rejected_reason: order.rejectedReason,
    is_cancellable: order.isCancellable,
  }
}
