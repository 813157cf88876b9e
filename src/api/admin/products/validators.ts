import { z } from "@medusajs/framework/zod"

import { productRuleFields } from "../../../workflows/delivery/product-rule-schema"
import type { UpdateDeliveryRule } from "../../../sdk/types"

/** Body of `POST /admin/products/:id/delivery-rule`: what is left out stays as it is. */
export const AdminPostDeliveryRule =
  productRuleFields.partial() satisfies z.ZodType<UpdateDeliveryRule>
export type AdminPostDeliveryRuleType = z.infer<typeof AdminPostDeliveryRule>
