import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"

import { LocalDate } from "../domain/local-time"
import { ProductDays, ProductRule, toProductRule } from "../domain/product-days"
import {
  reservedPieces,
  SoldDayRow,
  soldProductDays,
} from "../queries/product-day-list"
import {
  ProductDayDifference,
  recountProductDays,
} from "../queries/product-recount"
import { sqlOf } from "./data"
import { DistrictsService } from "./districts"

/** On which days products can be delivered, and how many of them a day. */
export class ProductDaysService extends DistrictsService {
  /** The rules of products, by product id; a product without one is left out. */
  async listProductRules(
    productIds: readonly string[]
  ): Promise<Map<string, ProductRule>> {
    if (!productIds.length) {
      return new Map()
    }
    const rows = await this.listDeliveryProductRules(
      { product_id: [...productIds] },
      { take: productIds.length }
    )
    return new Map(rows.map((row) => [row.product_id, toProductRule(row)]))
  }

  /**
   * Rules of products and what is sold of them in a range of days; a product
   * without a rule is left out.
   *
   * @param query.cart_id - whose own pieces do not count as sold
   */
  @InjectManager()
  async listProductDays(
    query: {
      product_ids: readonly string[]
      from: LocalDate
      to: LocalDate
      cart_id?: string
    },
    @MedusaContext() context: Context = {}
  ): Promise<Map<string, ProductDays>> {
    const rules = await this.listProductRules(query.product_ids)
    const rows = await reservedPieces(sqlOf(context), {
      ...query,
      product_ids: [...rules.keys()],
    })
    const days = new Map<string, Map<LocalDate, number>>()
    for (const { product_id, date, reserved } of rows) {
      const own = days.get(product_id) ?? new Map<LocalDate, number>()
      days.set(product_id, own.set(date, reserved))
    }
    return new Map(
      [...rules].map(([id, rule]) => [
        id,
        { rule, reserved: days.get(id) ?? new Map<LocalDate, number>() },
      ])
    )
  }

  /** What is sold of products with a rule, by day; a page in order of day. */
  @InjectManager()
  async pageSoldProductDays(
    query: Parameters<typeof soldProductDays>[1],
    @MedusaContext() context: Context = {}
  ): Promise<{ rows: SoldDayRow[]; count: number }> {
    return await soldProductDays(sqlOf(context), query)
  }

  /** Sets the days that differ from their bookings, from a day on; returns the differences. */
  @InjectManager()
  @InjectTransactionManager()
  async recountProductDays(
    from: LocalDate,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<ProductDayDifference[]> {
    return await recountProductDays(sqlOf(context), from, now)
  }
}
