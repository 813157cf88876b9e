/** What may be changed about collecting, for whoever takes it from outside. */
export { collectorSettingsChangesSchema } from "../../modules/activity/collector-settings"
