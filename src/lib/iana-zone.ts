/** True when the runtime's ICU data knows the IANA zone, e.g. `America/Los_Angeles`. */
export function isIanaZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone })
    return true
  } catch {
    return false
  }
}
