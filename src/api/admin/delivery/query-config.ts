export const DISTRICT_FIELDS = [
  "id",
  "name",
  "priority",
  "is_active",
  "aliases",
  "postal_codes",
  "boundary",
  "windows.id",
  "created_at",
  "updated_at",
]

export const WINDOW_FIELDS = [
  "id",
  "district_id",
  "weekday",
  "starts_at",
  "ends_at",
  "capacity_orders",
  "lead_days",
  "cutoff_time",
  "price",
  "is_active",
]
