import { saveProductRuleWorkflow } from "../../src/workflows/delivery/product-rules"
import { PRODUCTS } from "./catalogue"
import type { SeedContext } from "./context"
import { SEED_ACTOR } from "./districts"

/** Days ahead and pieces a day of what is made to order; a rule that exists stays. */
export async function seedProductRules({
  container,
  query,
}: SeedContext): Promise<void> {
  const made = new Map(
    PRODUCTS.flatMap(({ handle, preOrder }) =>
      preOrder ? [[handle, preOrder] as const] : []
    )
  )
  const { data: products } = await query.graph({
    entity: "product",
    fields: ["id", "handle"],
    filters: { handle: [...made.keys()] },
  })
  const { data: rules } = await query.graph({
    entity: "delivery_product_rule",
    fields: ["product_id"],
    filters: { product_id: products.map(({ id }) => id) },
  })
  const known = new Set(rules.map(({ product_id }) => product_id))
  for (const { id, handle } of products) {
    const rule = made.get(handle)
    if (rule && !known.has(id)) {
      await saveProductRuleWorkflow(container).run({
        input: {
          product_id: id,
          changes: { is_preorder: true, ...rule },
          actor: SEED_ACTOR,
        },
      })
    }
  }
}
