import type Medusa from "@medusajs/js-sdk"

import type { InstructionsResponse, UpdateInstructions } from "./types"

type Client = Pick<Medusa["client"], "fetch">

/** Special instructions, gift wrap and message of a cart and its lines. */
export class InstructionsClient {
  constructor(private readonly client: Client) {}

  retrieve(cartId: string): Promise<InstructionsResponse> {
    return this.client.fetch(`/store/carts/${cartId}/instructions`)
  }

  /** Fails with 400 for a text that is too long or a line of another cart, 409 once the order is placed. */
  update(
    cartId: string,
    instructions: UpdateInstructions
  ): Promise<InstructionsResponse> {
    return this.client.fetch(`/store/carts/${cartId}/instructions`, {
      method: "POST",
      body: instructions,
    })
  }

  /** Those of a placed order. */
  retrieveForOrder(orderId: string): Promise<InstructionsResponse> {
    return this.client.fetch(`/store/orders/${orderId}/instructions`)
  }
}
