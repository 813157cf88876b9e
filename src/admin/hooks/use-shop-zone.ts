import { useSystemHealth } from "./api/system"

/**
 * The zone in which the shop means its days and times; undefined until it is
 * known. Who may not see the system's health gets the browser's zone.
 */
export function useShopZone(): string | undefined {
  // The zone changes with a deployment: asking once is enough.
  const { health, isError } = useSystemHealth({
    refetchInterval: false,
    staleTime: Infinity,
  })
  if (health) {
    return health.time_zone
  }
  return isError ? Intl.DateTimeFormat().resolvedOptions().timeZone : undefined
}
