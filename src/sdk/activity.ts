import type Medusa from "@medusajs/js-sdk"

import type {
  CartVisitorResponse,
  ConsentsInput,
  ConsentsResponse,
  VisitorConsentInput,
  VisitorConsentResponse,
  VisitorResponse,
} from "./types"

type Client = Pick<Medusa["client"], "fetch">

/** Who the visitors behind the collected events are. */
export class ActivityClient {
  constructor(private readonly client: Client) {}

  /**
   * Says that this browser is used by the customer who is logged in. Call it
   * after each log-in, with the id that the analytics client gave the browser:
   * what the visitor did before joins the customer's timeline.
   *
   * After a log-out call `analytics.reset()`, so that the next person on the
   * same computer gets an id of her own; where the client cannot, call
   * `releaseVisitor` before.
   *
   * @param anonymousId - `analytics.user().anonymousId()` of Segment's client
   * @throws FetchError 401 for a guest
   *
   * @example
   * ```ts
   * await sdk.auth.login("customer", "emailpass", { email, password })
   * await sdk.cornerstore.activity.linkVisitor(analytics.user().anonymousId())
   * ```
   */
  linkVisitor(anonymousId: string): Promise<VisitorResponse> {
    return this.client.fetch("/store/customers/me/visitor", {
      method: "POST",
      body: { anonymous_id: anonymousId },
    })
  }

  /**
   * Says before a log-out that the customer no longer uses this browser: what
   * happens in it afterwards is nobody's, until somebody logs in.
   *
   * @throws FetchError 401 for a guest
   */
  releaseVisitor(anonymousId: string): Promise<VisitorResponse> {
    return this.client.fetch("/store/customers/me/visitor", {
      method: "DELETE",
      query: { anonymous_id: anonymousId },
    })
  }

  /**
   * Notes in which browser a cart is filled. When the order is placed, the
   * visitor is known to be its customer, also where the customer has no account.
   * Only with the visitor's consent to being analysed.
   *
   * @param anonymousId - null takes it away
   * @throws FetchError 404 for somebody else's cart, 409 once the order is placed
   */
  setCartVisitor(
    cartId: string,
    anonymousId: string | null
  ): Promise<CartVisitorResponse> {
    return this.client.fetch(`/store/carts/${cartId}/visitor`, {
      method: "POST",
      body: { anonymous_id: anonymousId },
    })
  }

  /**
   * Keeps what was chosen in this browser's consent banner, for guests too. A no
   * holds at once; to be honoured it is remembered with the browser's id, and
   * nothing else is. Saying the same again changes nothing.
   *
   * @returns what holds: a no too where the browser sends Global Privacy Control
   * or a customer who uses it said no
   *
   * @example
   * ```ts
   * await sdk.cornerstore.activity.setConsent({
   *   anonymousId: analytics.user().anonymousId(),
   *   analytics: "denied",
   *   version: "2026-01",
   * })
   * ```
   */
  setConsent(choice: VisitorConsentInput): Promise<VisitorConsentResponse> {
    return this.client.fetch("/collect/v1/consent", {
      method: "POST",
      body: choice,
    })
  }

  /**
   * What the customer who is logged in agreed to and refused: the last word
   * about each purpose and channel, nothing where nothing was said.
   *
   * @throws FetchError 401 for a guest
   */
  listConsents(): Promise<ConsentsResponse> {
    return this.client.fetch("/store/customers/me/consents")
  }

  /**
   * Keeps what the customer who is logged in agrees to and refuses; what is left
   * out stays as it is. What is said about `analytics` holds at once in every
   * browser that she uses.
   *
   * @returns what holds now, of everything
   * @throws FetchError 401 for a guest, 400 for a channel of anything but
   * `marketing`
   *
   * @example
   * ```ts
   * await sdk.cornerstore.activity.setConsents([
   *   { purpose: "marketing", channel: "email", state: "granted", text_version: "3" },
   * ])
   * ```
   */
  setConsents(consents: ConsentsInput["consents"]): Promise<ConsentsResponse> {
    return this.client.fetch("/store/customers/me/consents", {
      method: "POST",
      body: { consents },
    })
  }
}
