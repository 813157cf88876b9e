import { ActionMenu, SectionRow } from "@medusajs/dashboard/components"
import {
  CheckCircle,
  Pause,
  PencilSquare,
  PlaySolid,
  Trash,
} from "@medusajs/icons"
import { Alert, Button, Container, Heading, Text } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"

import type { AdminPosConnection } from "../../../../../../sdk/types"
import { RelativeInstant } from "../../../../../components/instant"
import { PosHealthBadge } from "../../../../../components/pos-health-badge"
import { usePosAdapters } from "../../../../../hooks/api/pos"
import { usePosPlaces } from "../../../../../hooks/api/pos-places"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { useConnectionActions } from "../../components/use-connection-actions"
import { keyHint } from "../../components/use-connections-columns"

type ConnectionSectionProps = { connection: AdminPosConnection }

/** Whether a connection works and what it belongs to. */
export function ConnectionSection({ connection }: ConnectionSectionProps) {
  const { t, host } = useCornerstoreTranslation()
  const navigate = useNavigate()
  const { check, setPaused, remove, isChecking } = useConnectionActions()
  const { health, is_paused, last_error, last_error_at } = connection

  const handleDelete = async () => {
    if (await remove(connection)) {
      void navigate("/settings/pos", { replace: true })
    }
  }

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading className="min-w-0 truncate">{connection.name}</Heading>
        <div className="flex items-center gap-3">
          <PosHealthBadge health={health} paused={is_paused} />
          <Button
            size="small"
            variant="secondary"
            isLoading={isChecking}
            onClick={() => void check(connection)}
          >
            <CheckCircle />
            {t("pos.check.action")}
          </Button>
          <ActionMenu
            groups={[
              {
                actions: [
                  {
                    label: host("actions.edit"),
                    icon: <PencilSquare />,
                    to: "edit",
                  },
                  {
                    label: t(is_paused ? "pos.resume" : "pos.pause.action"),
                    icon: is_paused ? <PlaySolid /> : <Pause />,
                    onClick: () => void setPaused(connection, !is_paused),
                  },
                ],
              },
              {
                actions: [
                  {
                    label: host("actions.delete"),
                    icon: <Trash />,
                    onClick: () => void handleDelete(),
                  },
                ],
              },
            ]}
          />
        </div>
      </div>
      {last_error && (
        <div className="flex flex-col gap-2 px-6 py-4">
          <Alert
            variant={health === "attention" ? "error" : "warning"}
            className="text-pretty"
          >
            {last_error}
          </Alert>
          <Text size="small" className="text-ui-fg-subtle">
            {t(health === "attention" ? "pos.errorStops" : "pos.errorRetries")}
            {last_error_at && (
              <>
                {" · "}
                <RelativeInstant instant={last_error_at} />
              </>
            )}
          </Text>
        </div>
      )}
      <Facts connection={connection} />
    </Container>
  )
}

function Facts({ connection }: ConnectionSectionProps) {
  const { t } = useCornerstoreTranslation()
  const { adapters } = usePosAdapters()
  const { channels, locations } = usePosPlaces()
  const { identity, last_ok_at, orders_polled_at } = connection
  const adapter = adapters?.find(({ id }) => id === connection.adapter)
  const place = [identity?.location_name, identity?.state, identity?.license]

  return (
    <>
      <SectionRow
        title={t("pos.fields.pos")}
        value={adapter?.label ?? connection.adapter}
      />
      <SectionRow
        title={t("pos.fields.identity")}
        value={place.filter(Boolean).join(" · ") || t("pos.notChecked")}
      />
      <SectionRow title={t("pos.fields.key")} value={keyHint(connection)} />
      <SectionRow title={t("pos.fields.baseUrl")} value={connection.base_url} />
      <SectionRow
        title={t("pos.fields.channel")}
        value={
          channels.find(({ id }) => id === connection.sales_channel_id)?.name ??
          "–"
        }
      />
      <SectionRow
        title={t("pos.fields.location")}
        value={
          locations.find(({ id }) => id === connection.stock_location_id)
            ?.name ?? t("pos.noLocation")
        }
      />
      <SectionRow
        title={t("pos.fields.lastOk")}
        value={last_ok_at ? <RelativeInstant instant={last_ok_at} /> : "–"}
      />
      <SectionRow
        title={t("pos.fields.polled")}
        value={
          orders_polled_at ? (
            <RelativeInstant instant={orders_polled_at} />
          ) : (
            "–"
          )
        }
      />
    </>
  )
}
