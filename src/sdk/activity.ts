import type Medusa from "@medusajs/js-sdk"

import type { VisitorResponse } from "./types"

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
   * same computer gets an id of her own.
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
}
