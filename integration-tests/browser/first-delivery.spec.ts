import type { Browser, Page } from "playwright-core"

import { launchChromium } from "../helpers/chromium"
import { logIn, openWindow, overflowOf } from "../helpers/dashboard"
import { FreshCopy, startFreshCopy } from "../helpers/fresh-copy"
import { waitFor } from "../helpers/wait-for"

jest.setTimeout(10 * 60_000)

/**
 * The README, walked through: `npm start` in a fresh copy, an order by
 * unmodified js-sdk, its delivery in the dashboard, its tracker on a phone.
 */
describe("the first delivery, by hand", () => {
  let shop: FreshCopy
  let browser: Browser
  let owner: { page: Page; errors: string[] }

  beforeAll(async () => {
    browser = await launchChromium()
    shop = await startFreshCopy()
    owner = await openWindow(browser, "desktop")
    await logIn(owner.page, shop.demo)
  })
  afterAll(async () => {
    await browser?.close()
    await shop?.remove()
  })

  /** Orders with the README's command. */
  const order = (...place: string[]) => {
    const printed = shop.run("examples/place-order.mjs", ...place)
    const number = /Order #(\d+)/.exec(printed)?.[1]
    const tracker = /Tracker\s+(\S+)/.exec(printed)?.[1]
    const page = /Dashboard\s+(\S+)/.exec(printed)?.[1]
    const district = /District\s+(.+)/.exec(printed)?.[1]
    if (!number || !tracker || !page || !district) {
      throw new Error(`The order printed:\n${printed}`)
    }
    return { number, tracker, page, district }
  }

  it("delivers an order from the list; the customer's phone and the audit log follow", async () => {
    const placed = order()
    const customer = await openWindow(browser, "phone")
    await customer.page.goto(placed.tracker)
    await customer.page.getByText(placed.district).first().waitFor()
    await customer.page.getByText(`#${placed.number}`).first().waitFor()
    expect(await customer.page.getByText(/was delivered/).count()).toBe(0)

    const { page } = owner
    await page.goto(`${shop.demo.url}/app/deliveries`)
    const row = page.getByRole("row").filter({ hasText: `#${placed.number}` })
    await row.getByText(placed.district).waitFor()
    await row.getByRole("button").last().click()
    await page.getByRole("menuitem", { name: "Mark delivered" }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Mark delivered" })
      .click()
    await row.getByText("Delivered").waitFor()

    await customer.page
      .getByText(/was delivered/)
      .first()
      .waitFor({ timeout: 2_000 })
    expect(customer.errors).toEqual([])

    await page.goto(placed.page)
    await page.getByRole("heading", { name: "Local delivery" }).waitFor()
    await page.getByText("Delivered at").waitFor()

    await page.goto(`${shop.demo.url}/app/settings/audit`)
    const entry = page.getByRole("row").filter({ hasText: "Marked delivered" })
    expect(
      await waitFor(
        "the audit entry",
        async () => (await entry.count()) || null
      )
    ).toBe(1)
    expect(owner.errors).toEqual([])
  })

  it("tells who lives outside every district why there is no slot", () => {
    expect(() => order("37.8715", "-122.273")).toThrow(/no_district/)
  })

  it("shows on the System page that all is well, with a clock that runs", async () => {
    const { page } = owner
    await page.goto(`${shop.demo.url}/app/settings/system`)
    const time = page.getByText(/\d{1,2}:\d{2}:\d{2}/).first()
    await time.waitFor()
    const first = await time.textContent()
    await waitFor("the clock to tick", async () =>
      (await time.textContent()) === first ? null : true
    )
    const { status, checks } = (await page.evaluate(
      "fetch('/admin/system/health', { credentials: 'include' }).then((answer) => answer.json())"
    )) as { status: string; checks: { name: string; status: string }[] }
    expect({
      status,
      checks: checks.map((check) => [check.name, check.status]),
    }).toEqual({
      status: "ok",
      checks: expect.arrayContaining([
        ["database", "ok"],
        ["redis", "off"],
        ["worker_threads", "ok"],
      ]),
    })
  })

  it("fits a phone, page by page, without an error", async () => {
    const phone = await openWindow(browser, "phone")
    await logIn(phone.page, shop.demo)
    for (const [at, shows] of [
      ["cornerstore", "Today's deliveries"],
      ["deliveries", "Deliveries"],
      ["deliveries/routes", "Routes"],
      ["deliveries/drivers", "Drivers"],
      ["deliveries/calendar", "Calendar"],
      ["deliveries/grouping", "Grouping"],
      ["deliveries/pre-orders", "Pre-orders"],
      ["activity", "Activity"],
      ["activity/events", "Events"],
      ["settings/activity", "What visitors agree to"],
      ["settings/activity-keys", "Activity API keys"],
      ["settings/pos", "POS connections"],
      ["settings/loyalty", "Loyalty programme"],
      ["settings/districts", "Districts and windows"],
      ["settings/delivery-days", "Delivery days"],
      ["settings/cash", "Cash at the door"],
      ["settings/audit", "Audit log"],
      ["settings/system", "System"],
    ]) {
      await phone.page.goto(`${shop.demo.url}/app/${at}`)
      await phone.page
        .getByRole("heading", { name: shows })
        .filter({ visible: true })
        .first()
        .waitFor()
      expect([at, await overflowOf(phone.page)]).toEqual([at, 0])
    }
    expect(phone.errors).toEqual([])
  })
})
