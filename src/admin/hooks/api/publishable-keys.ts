import { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"

import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

/** More than a shop has; Medusa answers no more at once. */
const MOST = 200

export type PublishableKey = {
  id: string
  title: string
  /** Null once it is revoked. */
  token: string | null
}

export const publishableKeysQueryKeys = queryKeysFactory("publishable_keys")

/** Where events come from: each source has a publishable key of Medusa's. */
export function usePublishableKeys() {
  const { data, ...rest } = useQuery<PublishableKey[], FetchError>({
    queryKey: publishableKeysQueryKeys.all,
    queryFn: async () => {
      const { api_keys } = await sdk.admin.apiKey.list({
        type: "publishable",
        limit: MOST,
        fields: "id,title,token,revoked_at",
      })
      return api_keys.map(({ id, title, token, revoked_at }) => ({
        id,
        title,
        token: revoked_at ? null : token,
      }))
    },
    staleTime: 60_000,
    // A role may see events and not these: then ids stand for names.
    retry: false,
  })
  return { keys: data, ...rest }
}
