import { useDeliverySettings } from "./api/delivery-settings"

/**
 * The zone in which the shop means its days and times; undefined until it is
 * known. Where it cannot be asked the browser's zone stands in.
 */
export function useShopZone(): string | undefined {
  const { settings, isError } = useDeliverySettings()
  if (settings) {
    return settings.time_zone
  }
  return isError ? Intl.DateTimeFormat().resolvedOptions().timeZone : undefined
}
