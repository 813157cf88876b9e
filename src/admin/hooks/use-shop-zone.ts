import { useSystemHealth } from "./api/system"

/**
 * The zone in which the shop means its days and times; undefined until it is
 * known. Who may not see the system's health gets the browser's zone.
 */
export function useShopZone(): string | undefined {
  const { health, isError } = useSystemHealth()
  if (health) {
    return health.time_zone
  }
  return isError ? Intl.DateTimeFormat().resolvedOptions().timeZone : undefined
}
