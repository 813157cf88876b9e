import { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type {
  AdminCalendarFeed,
  CalendarFeedResponse,
  CreateCalendarFeed,
  ListCalendarFeedsResponse,
} from "../../../sdk/types"
import { fetchAll } from "../../lib/fetch-all"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { auditQueryKeys } from "./audit"

const PATH = "/admin/delivery/calendar-feeds"

export const calendarFeedsQueryKeys = queryKeysFactory("calendar_feeds")

/** The links that work, newest first. */
export function useCalendarFeeds() {
  const { data, ...rest } = useQuery<AdminCalendarFeed[], FetchError>({
    queryKey: calendarFeedsQueryKeys.lists(),
    queryFn: () =>
      fetchAll<ListCalendarFeedsResponse, AdminCalendarFeed>(
        PATH,
        {},
        (answer) => answer.calendar_feeds
      ),
    // They are secrets: nothing keeps them longer than the page that shows them.
    gcTime: 0,
  })
  return { feeds: data, ...rest }
}

function useRefresh() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      [calendarFeedsQueryKeys.all, auditQueryKeys.all].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey })
      )
    )
}

export function useCreateCalendarFeed() {
  return useMutation<CalendarFeedResponse, FetchError, CreateCalendarFeed>({
    mutationFn: (body) =>
      sdk.client.fetch<CalendarFeedResponse>(PATH, { method: "POST", body }),
    onSuccess: useRefresh(),
    gcTime: 0,
  })
}

/** Takes a link away; what reads it is told that there is nothing. */
export function useRevokeCalendarFeed() {
  return useMutation<unknown, FetchError, string>({
    mutationFn: (id) => sdk.client.fetch(`${PATH}/${id}`, { method: "DELETE" }),
    onSettled: useRefresh(),
  })
}
