import type {
  AdminDeliveryWindow,
  AdminDistrict,
  ImportDistrictsResponse,
} from "../../src/sdk/types"

import type { Headers } from "./actors"
import { KnownPlace, testDistricts } from "./districts"
import type { HttpClient } from "./http-client"

export type DeliveryNetwork = {
  districts: AdminDistrict[]
  /** Two places in two districts, both of which have a slot a day. */
  places: [KnownPlace, KnownPlace]
  /** A place in no district. */
  outside: { lat: number; lng: number }
}

/**
 * Imports the test's districts and gives two of them a window a day,
 * 16:00 to 18:00 for 4.50, through the admin API.
 *
 * @param settings.capacity - orders in each slot
 */
export async function createDeliveryNetwork(
  api: HttpClient,
  admin: { headers: Headers },
  settings: { capacity: number }
): Promise<DeliveryNetwork> {
  const { collection, places, outside } = testDistricts()
  const { data } = await api.post<ImportDistrictsResponse>(
    "/admin/delivery/districts/import",
    { feature_collection: collection, name_property: "name" },
    admin
  )
  for (const place of places) {
    const district = data.districts.find(({ name }) => name === place.district)
    for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
      await api.post<{ window: AdminDeliveryWindow }>(
        "/admin/delivery/windows",
        {
          district_id: district?.id,
          weekday,
          starts_at: "16:00",
          ends_at: "18:00",
          capacity: { orders: settings.capacity },
          lead_days: 1,
          cutoff_time: "12:00",
          price: 4.5,
        },
        admin
      )
    }
  }
  return { districts: data.districts, places, outside }
}
