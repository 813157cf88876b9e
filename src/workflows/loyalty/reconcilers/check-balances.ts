import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { Reconciler } from "../../../lib/reconciler"
import { loyaltyService } from "../module"

const LIMIT = 100

/**
 * Adds the books up. A difference is a defect that a person must look at, so it
 * is reported and not repaired: the log names the accounts, the System page shows
 * more found than repaired.
 */
export const checkBalances: Reconciler = {
  name: "loyalty-check-balances",
  everySeconds: 86_400,
  async run({ container }) {
    const broken = await loyaltyService(container).findBrokenAccounts(LIMIT)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    for (const { id, balance, ledger, lots, owed } of broken) {
      logger.error(
        `Points account ${id} says ${balance}; its ledger adds up to ${ledger}, its lots to ${lots} with ${owed} owed`
      )
    }
    return { found: broken.length, repaired: 0 }
  },
}
