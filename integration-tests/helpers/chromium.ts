import { type Browser, chromium } from "playwright-core"

import { requiredEnv } from "./required-env"

/**
 * Starts the browser that `npm test` found. Importing this file is what makes
 * `npm test` look for one. Close it in `afterAll`.
 */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: requiredEnv("CORNERSTORE_TEST_CHROMIUM"),
    args: requiredEnv("CORNERSTORE_TEST_CHROMIUM_FLAGS").split(" "),
  })
}

/** The two widths our pages are made for, in CSS pixels. */
export const VIEWPORTS = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const
