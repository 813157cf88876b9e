import type Medusa from "@medusajs/js-sdk"

import type {
  CartPaymentProvidersResponse,
  HoldSlotResponse,
  ListSlotsResponse,
  OrderDeliveryResponse,
  OrderSlotsResponse,
  ProductDeliveryDaysResponse,
  ResolveDistrictQuery,
  ResolveDistrictResponse,
} from "./types"

type Client = Pick<Medusa["client"], "fetch">

/** Store routes of the delivery context. Errors are js-sdk's `FetchError`. */
export class DeliveryClient {
  constructor(private readonly client: Client) {}

  /** The district of an address, before there is a cart; coordinates in degrees. */
  resolveDistrict(
    query: ResolveDistrictQuery
  ): Promise<ResolveDistrictResponse> {
    return this.client.fetch("/store/delivery/districts/resolve", { query })
  }

  /**
   * The slots of the cart's address, with price and what is left.
   *
   * @param range - days (`YYYY-MM-DD`) in the shop's zone, inclusive
   */
  listSlots(
    cartId: string,
    range: { from?: string; to?: string } = {}
  ): Promise<ListSlotsResponse> {
    return this.client.fetch(`/store/carts/${cartId}/delivery-slots`, {
      query: range,
    })
  }

  /**
   * The days on which an order of today can have a product, and how many of it
   * are left; whether the customer's district is delivered then is said by the
   * cart's slots. Fails with status 404 for a product that is not sold here.
   *
   * @param range - days (`YYYY-MM-DD`) in the shop's zone, inclusive, at most 92;
   * four weeks from today when left out
   */
  listProductDays(
    productId: string,
    range: { from?: string; to?: string } = {}
  ): Promise<ProductDeliveryDaysResponse> {
    return this.client.fetch(`/store/products/${productId}/delivery-days`, {
      query: range,
    })
  }

  /**
   * Keeps a place for the cart, or prolongs it and takes what the cart needs by
   * now. Fails with status 409 when the slot is full or has no room for so much
   * weight, 422 when it is closed, not of this address, not yet open to this
   * customer or for more valuable carts; `code` says which.
   */
  holdSlot(cartId: string, slotId: string): Promise<HoldSlotResponse> {
    return this.client.fetch(`/store/carts/${cartId}/delivery-slot`, {
      method: "POST",
      body: { slot_id: slotId },
    })
  }

  /** Gives the cart's place back. */
  releaseSlot(cartId: string): Promise<{ deleted: boolean }> {
    return this.client.fetch(`/store/carts/${cartId}/delivery-slot`, {
      method: "DELETE",
    })
  }

  /** The delivery of an order with its tracking link; null for an order without a slot. */
  retrieveForOrder(orderId: string): Promise<OrderDeliveryResponse> {
    return this.client.fetch(`/store/orders/${orderId}/delivery`)
  }

  /** How a cart can be paid; what it may not use is in `refused`, with the reason. */
  listPaymentProviders(cartId: string): Promise<CartPaymentProvidersResponse> {
    return this.client.fetch(`/store/carts/${cartId}/payment-providers`)
  }

  /**
   * The slots an order's customer can exchange hers for, until when, and why not.
   *
   * @param range - days (`YYYY-MM-DD`) in the shop's zone, inclusive
   */
  listSlotsForOrder(
    orderId: string,
    range: { from?: string; to?: string } = {}
  ): Promise<OrderSlotsResponse> {
    return this.client.fetch(`/store/orders/${orderId}/delivery-slots`, {
      query: range,
    })
  }

  /**
   * Moves the delivery of an order into another slot that costs no more; nothing
   * is paid back. Fails with status 409 when the slot is full, 422 when it cannot
   * be had or the change is closed.
   */
  changeSlot(orderId: string, slotId: string): Promise<OrderDeliveryResponse> {
    return this.client.fetch(`/store/orders/${orderId}/delivery-slot`, {
      method: "POST",
      body: { slot_id: slotId },
    })
  }
}
