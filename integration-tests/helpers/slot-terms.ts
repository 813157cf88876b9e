/** A dated slot without any limit or condition beside its places. */
export const PLAIN_TERMS = {
  capacity_weight_grams: null,
  capacity_minutes: null,
  price: 4.5,
  minimum_order: null,
  free_over: null,
  early_group_ids: [],
  opens_at: null,
}
