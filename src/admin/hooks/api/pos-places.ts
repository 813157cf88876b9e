import { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"

import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

/** More than a shop has of either; Medusa answers no more at once. */
const MOST = 200

export const posPlacesQueryKeys = queryKeysFactory("pos_places")

export type PosPlace = { id: string; name: string }

/** The sales channels and stock locations a connection may belong to. */
export function usePosPlaces() {
  const { data, ...rest } = useQuery<
    { channels: PosPlace[]; locations: PosPlace[] },
    FetchError
  >({
    queryKey: posPlacesQueryKeys.all,
    queryFn: async () => {
      const query = { limit: MOST, fields: "id,name" }
      const [{ sales_channels }, { stock_locations }] = await Promise.all([
        sdk.admin.salesChannel.list(query),
        sdk.admin.stockLocation.list(query),
      ])
      return { channels: sales_channels, locations: stock_locations }
    },
  })
  return {
    channels: data?.channels ?? [],
    locations: data?.locations ?? [],
    ...rest,
  }
}
