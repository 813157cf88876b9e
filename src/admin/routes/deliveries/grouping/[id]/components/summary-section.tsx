import {
  Button,
  Container,
  Heading,
  InlineTip,
  Text,
  toast,
  usePrompt,
} from "@medusajs/ui"
import type { ReactNode } from "react"

import type {
  AdminGroupingDetail,
  AdminGroupingMove,
} from "../../../../../../sdk/types"
import {
  type GroupingDecision,
  useDecideGrouping,
} from "../../../../../hooks/api/groupings"
import { useLocale } from "../../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { formatDays, formatInstant } from "../../../../../lib/dates"
import { formatDistance } from "../../../../../lib/distance"
import { messageOf } from "../../../../../lib/errors"
import { GroupingStatusBadge } from "../../components/status-badges"

type SummarySectionProps = {
  grouping: AdminGroupingDetail
  /** The moves that are checked. */
  chosen: AdminGroupingMove[]
}

/** What a proposal saves, and the decision about it. */
export function SummarySection({ grouping, chosen }: SummarySectionProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { metres_before, metres_after, saved_metres } = grouping
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-4 py-4 md:px-6">
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          <Heading>
            {formatDays(grouping.from, grouping.to, locale, grouping.from)}
          </Heading>
          <GroupingStatusBadge status={grouping.status} />
        </div>
        {grouping.status === "proposed" && (
          <Decision grouping={grouping} chosen={chosen} />
        )}
      </div>
      <div className="grid gap-4 px-4 py-4 sm:grid-cols-3 md:px-6">
        <Figure
          label={t("grouping.before")}
          value={formatDistance(metres_before, locale)}
        />
        <Figure
          label={t("grouping.after")}
          value={formatDistance(metres_after, locale)}
        />
        <Figure
          label={t(
            grouping.status === "accepted"
              ? "grouping.savedByMoved"
              : "grouping.fields.saved"
          )}
          value={
            <>
              {formatDistance(saved_metres, locale)}{" "}
              <span className="text-ui-fg-subtle txt-small">
                {new Intl.NumberFormat(locale, {
                  style: "percent",
                  maximumFractionDigits: 0,
                }).format(metres_before > 0 ? saved_metres / metres_before : 0)}
              </span>
            </>
          }
        />
      </div>
      <div className="px-4 py-3 md:px-6">
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("grouping.basis")}
          {grouping.decided_at &&
            ` ${t(`grouping.decided.${grouping.status}`, {
              time: formatInstant(grouping.decided_at, locale),
            })}`}
        </Text>
      </div>
      {grouping.waiting_count > 0 && (
        <div className="px-4 py-4 md:px-6" role="status">
          <InlineTip label={t("grouping.moveState.waiting")}>
            {t("grouping.making", { count: grouping.waiting_count })}
          </InlineTip>
        </div>
      )}
    </Container>
  )
}

function Figure({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5">
      <span className="txt-compact-small text-ui-fg-subtle">{label}</span>
      <span className="h1-core tabular-nums">{value}</span>
    </div>
  )
}

function Decision({ grouping, chosen }: SummarySectionProps) {
  const { t, host } = useCornerstoreTranslation()
  const locale = useLocale()
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useDecideGrouping(grouping.id)
  const count = chosen.length
  const saved = chosen.reduce((sum, { saved_metres }) => sum + saved_metres, 0)

  const decide = async (decision: GroupingDecision) => {
    try {
      const { grouping: after } = await mutateAsync(decision)
      if (after.status === "dismissed") {
        toast.success(t("grouping.done.dismissed"))
      } else if (after.refused_count > 0) {
        toast.warning(
          t("grouping.done.refused", {
            moved: after.moved_count,
            count: after.refused_count,
          })
        )
      } else {
        toast.success(t("grouping.done.moved", { count: after.moved_count }))
      }
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }
  const accept = async () => {
    const isSure = await prompt({
      title: t("grouping.ask.title", { count }),
      description: t("grouping.ask.description", {
        distance: formatDistance(saved, locale),
      }),
      confirmText: t("grouping.accept", { count }),
      cancelText: host("actions.cancel"),
      variant: "confirmation",
    })
    if (isSure) {
      await decide({
        kind: "accept",
        booking_ids: chosen.map(({ booking_id }) => booking_id),
      })
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        size="small"
        variant="secondary"
        disabled={isPending}
        onClick={() => void decide({ kind: "dismiss" })}
      >
        {t("grouping.dismiss")}
      </Button>
      <Button
        size="small"
        isLoading={isPending}
        disabled={count === 0}
        onClick={() => void accept()}
      >
        {t("grouping.accept", { count })}
      </Button>
    </div>
  )
}
