import { getCurrentOptions } from "../../src/lib/current-options"
import { loyaltyService } from "../../src/workflows/loyalty/module"
import { updateLoyaltyProgramWorkflow } from "../../src/workflows/loyalty/update-program"
import type { SeedContext } from "./context"
import { SEED_ACTOR } from "./districts"
import { inTransaction } from "./sql/transaction"

/** A point for a dollar, to be spent after two weeks, for a year. */
const PROGRAM = {
  is_active: true,
  points_per_unit: 1,
  return_window_days: 14,
  expiry_months: 12,
}

type PastOrder = {
  id: string
  customer_id: string
  currency_code: string
  placed_at: Date
  lines: { item_id: string; quantity: number; base: number }[]
}

/**
 * Switches the points programme on and gives the past its points: every order
 * of a customer with an account, dated when it was placed.
 */
export async function seedPoints({ container }: SeedContext): Promise<void> {
  const loyalty = loyaltyService(container)
  const { is_active } = await loyalty.retrieveProgram()
  if (!is_active) {
    await updateLoyaltyProgramWorkflow(container).run({
      input: { changes: PROGRAM, actor: SEED_ACTOR },
    })
  }
  const orders = await inTransaction(container, (sql) =>
    sql<PastOrder>(`
      select "order".id, customer_id, currency_code, "order".created_at as placed_at,
             jsonb_agg(jsonb_build_object('item_id', line.id,
               'quantity', item.quantity,
               'base', item.quantity * line.unit_price) order by line.id) as lines
        from "order"
        join customer on customer.id = customer_id and has_account
        join order_item as item on item.order_id = "order".id and item.version = "order".version
        join order_line_item as line on line.id = item.item_id
       where canceled_at is null
       group by "order".id
       order by "order".id`)
  )
  await loyalty.earnInBulk(orders, getCurrentOptions().timeZone, new Date())
}
