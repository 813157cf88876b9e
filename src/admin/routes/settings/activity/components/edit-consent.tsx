import { DrawerTitle } from "../../../../components/form-drawer"
import { useActivitySettings } from "../../../../hooks/api/activity-settings"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { ConsentForm } from "./consent-form"

export function EditConsent() {
  const { t } = useCornerstoreTranslation()
  const { settings } = useActivitySettings()
  return (
    <>
      <DrawerTitle
        title={t("activitySettings.consent.edit")}
        description={t("activitySettings.consent.subtitle")}
      />
      {settings && <ConsentForm consent={settings.consent} />}
    </>
  )
}
