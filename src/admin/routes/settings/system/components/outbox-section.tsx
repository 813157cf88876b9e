import { ArrowPath } from "@medusajs/icons"
import {
  Button,
  Container,
  Heading,
  Skeleton,
  Text,
  toast,
  usePrompt,
} from "@medusajs/ui"

import type {
  AdminOutboxMessage,
  SystemHealthResponse,
} from "../../../../../sdk/types"
import { RelativeInstant } from "../../../../components/instant"
import { useListState } from "../../../../components/list-table"
import { PageError } from "../../../../components/page-state"
import {
  useOutboxMessages,
  useReplayOutboxMessage,
} from "../../../../hooks/api/system"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import { Pager } from "./pager"

const PAGE_SIZE = 10
const NO_FILTERS: readonly string[] = []

/** Messages to other systems that were given up on, each to be sent again. */
export function OutboxSection({
  summary,
}: {
  summary: SystemHealthResponse["outbox"]
}) {
  const { t } = useCornerstoreTranslation()
  const state = useListState(NO_FILTERS, PAGE_SIZE, "outbox_")
  const {
    messages,
    count = 0,
    error,
    isPending,
    refetch,
  } = useOutboxMessages({
    status: "failed",
    limit: PAGE_SIZE,
    offset: state.offset,
  })

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("system.outbox.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("system.outbox.summary", {
            pending: summary.pending,
            failed: summary.failed,
          })}
          {summary.oldest_pending_at && (
            <>
              {" · "}
              {t("system.outbox.oldest")}{" "}
              <RelativeInstant instant={summary.oldest_pending_at} />
            </>
          )}
        </Text>
      </div>
      {isPending ? (
        <div className="px-6 py-4">
          <Skeleton className="h-12 w-full" />
        </div>
      ) : !messages ? (
        <PageError bare error={error} onRetry={() => void refetch()} />
      ) : messages.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("system.outbox.empty")}
        </Text>
      ) : (
        <ul className="divide-y">
          {messages.map((message) => (
            <li key={message.id}>
              <OutboxRow message={message} />
            </li>
          ))}
        </ul>
      )}
      <Pager state={state} count={count} pageSize={PAGE_SIZE} />
    </Container>
  )
}

function OutboxRow({ message }: { message: AdminOutboxMessage }) {
  const { t, host } = useCornerstoreTranslation()
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useReplayOutboxMessage()

  const replay = async () => {
    const confirmed = await prompt({
      variant: "confirmation",
      title: t("system.outbox.confirm.title"),
      description: t("system.outbox.confirm.description", {
        kind: message.kind,
        key: message.key,
      }),
      confirmText: t("system.outbox.replay"),
      cancelText: host("actions.cancel"),
    })
    if (confirmed) {
      // Awaited, because the row is gone before callbacks of `mutate` would run.
      try {
        await mutateAsync(message.id)
        toast.success(t("system.outbox.queued"))
      } catch (error) {
        toast.error(messageOf(error, t("errors.unknown")))
      }
    }
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-3">
      <div className="min-w-0 grow basis-64">
        <Text size="small" weight="plus" className="break-words">
          {message.kind}
          <span className="text-ui-fg-muted ml-2 font-normal">
            {message.key}
          </span>
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("system.outbox.attempts", { count: message.attempts })}
          {" · "}
          <RelativeInstant instant={message.created_at} />
        </Text>
        {message.last_error && (
          <Text size="small" className="text-ui-fg-error break-words">
            {message.last_error}
          </Text>
        )}
      </div>
      <Button
        size="small"
        variant="secondary"
        isLoading={isPending}
        onClick={() => void replay()}
      >
        <ArrowPath />
        {t("system.outbox.replay")}
      </Button>
    </div>
  )
}
