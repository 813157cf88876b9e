import type { Page } from "playwright-core"

import { waitFor } from "./wait-for"

/** What a driver does on the page of the link, with one thumb. */

const next = (page: Page) => page.getByRole("region", { name: "Next stop" })

export async function startRoute(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start route" }).click()
  await next(page).waitFor()
}

/**
 * Drives to the stop of an order and stays at its door; what comes before it is
 * delivered on the way, with the exact cash.
 *
 * @param orderNumber - as the page shows it, without `#`
 */
export async function driveTo(page: Page, orderNumber: string): Promise<void> {
  const stop = next(page)
  const isThere = async () =>
    new RegExp(`#${orderNumber}\\b`).test(await stop.innerText())
  while (!(await isThere())) {
    const before = await stop.innerText()
    await arrive(page)
    await deliver(page)
    await waitFor("the next stop", async () =>
      (await stop.innerText()) === before ? null : true
    )
  }
  await arrive(page)
}

async function arrive(page: Page): Promise<void> {
  await next(page).getByRole("button", { name: "I have arrived" }).click()
  await next(page).getByRole("button", { name: "Delivered" }).waitFor()
}

/**
 * Hands over at the door.
 *
 * @param received - cash in major units as it is typed; left out, it is exact
 * @returns what the page says to give back, when cash was to be taken
 */
export async function deliver(
  page: Page,
  received?: string
): Promise<string | null> {
  const takesCash = await next(page)
    .getByText(/^Collect .* in cash$/)
    .count()
  await next(page).getByRole("button", { name: "Delivered" }).click()
  if (!takesCash) {
    return null
  }
  const dialog = page.getByRole("dialog")
  if (received) {
    await dialog.getByLabel("Received").fill(received)
  } else {
    await dialog.getByRole("button", { name: "Exact" }).click()
  }
  const change = await dialog.getByRole("status").innerText()
  await dialog.getByRole("button", { name: "Confirm delivery" }).click()
  await dialog.waitFor({ state: "hidden" })
  return change
}
