import { model } from "@medusajs/framework/utils"

/**
 * A product of a connection's catalogue, and the Medusa variant that it is.
 * Rows are never removed by a sync: a product that is gone is marked missing.
 */
export const PosProduct = model
  .define("pos_product", {
    id: model.id({ prefix: "posprod" }).primaryKey(),
    connection_id: model.text(),
    /** The vendor's product id. */
    external_id: model.text(),
    /** As the vendor writes it, without blanks around it. */
    sku: model.text().nullable(),
    name: model.text(),
    variant_id: model.text().nullable(),
    /**
     * `sku`: found by SKU; `none`: no variant bears the SKU; `ambiguous`:
     * several products of the vendor bear it, so nobody can say which is meant.
     */
    mapping: model.enum(["sku", "none", "ambiguous"]).default("none"),
    /** Start of the last sync that saw it. */
    seen_at: model.dateTime(),
    missing_since: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_pos_product_connection_external_unique",
      on: ["connection_id", "external_id"],
      unique: true,
      where: "deleted_at IS NULL",
    },
    {
      name: "IDX_pos_product_connection_sku",
      on: ["connection_id", "sku"],
      where: "sku IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_pos_product_connection_variant",
      on: ["connection_id", "variant_id"],
      where: "variant_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])
