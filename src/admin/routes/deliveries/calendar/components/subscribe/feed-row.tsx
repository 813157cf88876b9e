import { Button, Copy, Text } from "@medusajs/ui"

import type { AdminCalendarFeed } from "../../../../../../sdk/types"
import { RelativeInstant } from "../../../../../components/instant"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { useRevokeFeed } from "./use-revoke-feed"

/** Calendar applications open this scheme themselves. */
const webcal = (url: string): string => url.replace(/^https?:/, "webcal:")

/** A link: what it shows, the secret itself, and the way to take it back. */
export function FeedRow({ feed }: { feed: AdminCalendarFeed }) {
  const { t } = useCornerstoreTranslation()
  const revoke = useRevokeFeed()
  const { name, district, url, read_at } = feed
  return (
    <div className="shadow-borders-base bg-ui-bg-component flex flex-col gap-2 rounded-md p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Text size="small" weight="plus" className="truncate">
          {name}
        </Text>
        <Text size="xsmall" className="text-ui-fg-muted">
          {district?.name ?? t("calendar.allDistricts")}
        </Text>
      </div>
      <div className="bg-ui-bg-base shadow-borders-base flex items-center gap-2 rounded-md px-2 py-1.5">
        <span
          className="txt-compact-xsmall text-ui-fg-subtle min-w-0 grow select-all truncate font-mono"
          title={url}
        >
          {url}
        </span>
        <Copy
          content={url}
          className="text-ui-fg-muted shrink-0"
          aria-label={t("calendar.subscribe.copy", { name })}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Text size="xsmall" className="text-ui-fg-muted">
          {read_at ? (
            <>
              {t("calendar.subscribe.read")}{" "}
              <RelativeInstant instant={read_at} />
            </>
          ) : (
            t("calendar.subscribe.neverRead")
          )}
        </Text>
        <div className="flex gap-1">
          <Button size="small" variant="transparent" asChild>
            <a href={webcal(url)}>{t("calendar.subscribe.open")}</a>
          </Button>
          <Button
            size="small"
            variant="transparent"
            className="text-ui-fg-error"
            onClick={() => void revoke(feed)}
          >
            {t("calendar.subscribe.revoke.action")}
          </Button>
        </div>
      </div>
    </div>
  )
}
