import type { Browser, Page } from "playwright-core"

import { VIEWPORTS } from "./chromium"

export type DashboardLogin = {
  url: string
  admin: { email: string; password: string }
}

/** A browser window of one of the two widths; what goes wrong in it is kept. */
export async function openWindow(
  browser: Browser,
  width: keyof typeof VIEWPORTS
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: VIEWPORTS[width],
    locale: "en-US",
    timezoneId: "America/Los_Angeles",
    reducedMotion: "reduce",
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on("pageerror", (error) => errors.push(error.message))
  return { page, errors }
}

/** Logs in with the form, as the owner does. */
export async function logIn(
  page: Page,
  { url, admin }: DashboardLogin
): Promise<void> {
  await page.goto(`${url}/app/login`)
  await page.locator("input[name=email]").fill(admin.email)
  await page.locator("input[name=password]").fill(admin.password)
  await page.locator("button[type=submit]").click()
  await page.waitForURL((at) => !at.pathname.endsWith("/login"))
}

/** By how many pixels a page is wider than its window; 0 when nothing is cut off. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
  )
}

/** Asks the admin API as the owner who is logged in. */
export function ask<T>(page: Page, path: string): Promise<T> {
  return page.evaluate(
    `fetch(${JSON.stringify(path)}, { credentials: "include" }).then((answer) => answer.json())`
  )
}
