import { MedusaContainer } from "@medusajs/framework/types"

import { pollPosOrders } from "../workflows/pos/poll-orders"

/** Asks each POS how its open orders stand; how often is each connection's setting. */
export default async function posPollOrders(container: MedusaContainer) {
  await pollPosOrders(container, new Date())
}

export const config = {
  name: "cornerstore-pos-poll-orders",
  schedule: { interval: 15_000 },
}
