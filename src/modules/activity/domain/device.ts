import Bowser from "bowser"

/** Classes of devices, as coarse as a shop needs them. */
export const DEVICE_CLASSES = [
  "desktop",
  "mobile",
  "tablet",
  "other",
  "unknown",
] as const

export type DeviceClass = (typeof DEVICE_CLASSES)[number]

/** What a browser says about itself, without what changes with each update. */
export type Device = {
  /** Family of the browser, for example `Chrome`; null when it says none. */
  browser: string | null
  /** Major version of the browser, for example `126`. */
  browser_version: string | null
  /** Family of the operating system, for example `iOS`. */
  system: string | null
  class: DeviceClass
}

const UNKNOWN: Device = {
  browser: null,
  browser_version: null,
  system: null,
  class: "unknown",
}

/** No browser says more about itself; what is longer is an attack on parsers. */
const MAX_LENGTH = 1_024

/**
 * Reads a User-Agent.
 *
 * @param userAgent - the header or `context.userAgent` as it came; never throws
 */
export function deviceOf(userAgent: string | null | undefined): Device {
  const text = userAgent?.trim().slice(0, MAX_LENGTH)
  if (!text) {
    return UNKNOWN
  }
  const { browser, os, platform } = Bowser.parse(text)
  return {
    browser: browser.name || null,
    browser_version: browser.version?.match(/^\d{1,6}/)?.[0] ?? null,
    system: os.name || null,
    class: classOf(platform.type),
  }
}

function classOf(type: string | undefined): DeviceClass {
  switch (type) {
    case undefined:
      return "unknown"
    case "desktop":
    case "mobile":
    case "tablet":
      return type
    default:
      return "other"
  }
}

/**
 * What makes two visits the same device in the eyes of a customer: browser,
 * system and class. Without versions, so that an update is no new device.
 */
export function deviceKind({ browser, system, class: kind }: Device): string {
  return [browser ?? "", system ?? "", kind].join("\n")
}
