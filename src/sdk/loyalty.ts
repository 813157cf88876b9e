import type Medusa from "@medusajs/js-sdk"

import type {
  ListLoyaltyEntriesResponse,
  LoyaltyAccountResponse,
} from "./types"

type Client = Pick<Medusa["client"], "fetch">

/** The points of the customer who is logged in. Errors are js-sdk's `FetchError`, 401 for a guest. */
export class LoyaltyClient {
  constructor(private readonly client: Client) {}

  retrieve(): Promise<LoyaltyAccountResponse> {
    return this.client.fetch("/store/customers/me/loyalty")
  }

  /** The ledger, newest first. */
  listEntries(
    page: { limit?: number; offset?: number } = {}
  ): Promise<ListLoyaltyEntriesResponse> {
    return this.client.fetch("/store/customers/me/loyalty/entries", {
      query: page,
    })
  }
}
