import { ArrowPath, ExclamationCircle, LockClosedSolid } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { messageOf, statusOf } from "../../lib/errors"

type PageErrorProps = {
  error: unknown
  onRetry: () => void
  /** Inside a card that is already there. */
  bare?: boolean
}

/**
 * What is shown instead of data that could not be loaded. The sidebar ignores
 * permissions, so a page that may not be read says so itself, in the words of
 * Medusa's own "access denied".
 *
 * @throws the error itself when the session has ended, which sends to log-in
 */
export function PageError({ error, onRetry, bare = false }: PageErrorProps) {
  const { t, host } = useCornerstoreTranslation()
  const status = statusOf(error)

  if (status === 401) {
    throw error
  }
  const content =
    status === 403 ? (
      <Notice
        icon={<LockClosedSolid />}
        title={host("permissions.accessDenied.title")}
        description={host("permissions.accessDenied.description")}
      />
    ) : (
      <Notice
        icon={<ExclamationCircle />}
        title={t("errors.title")}
        description={
          status === null
            ? t("errors.unreachable")
            : messageOf(error, t("errors.unknown"))
        }
      >
        <Button variant="secondary" size="small" onClick={onRetry}>
          <ArrowPath />
          {t("errors.retry")}
        </Button>
      </Notice>
    )
  return bare ? content : <Container className="p-0">{content}</Container>
}

type NoticeProps = {
  icon: ReactNode
  title: string
  description: string
  children?: ReactNode
}

function Notice({ icon, title, description, children }: NoticeProps) {
  return (
    <div
      role="alert"
      className="flex flex-col items-center gap-y-4 px-6 py-12 text-center"
    >
      <div className="bg-ui-bg-subtle text-ui-fg-muted flex size-12 items-center justify-center rounded-full">
        {icon}
      </div>
      <div className="flex max-w-md flex-col gap-y-1">
        <Heading level="h2">{title}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {description}
        </Text>
      </div>
      {children}
    </div>
  )
}
