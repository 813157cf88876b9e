import type { Browser, Page } from "playwright-core"

import type { OrderDeliveryResponse } from "../../src/sdk/types"
import { launchChromium } from "../helpers/chromium"
import { ask, logIn, openWindow, overflowOf } from "../helpers/dashboard"
import { deliver, driveTo, startRoute } from "../helpers/driver-page"
import { FreshCopy, startFreshCopy } from "../helpers/fresh-copy"
import {
  placeStorefront,
  StorefrontApp,
  startStorefront,
} from "../helpers/storefront-app"
import {
  fillAddress,
  fillWishes,
  placeOrder,
  putIntoCart,
  register,
  stageOf,
  takeFirstTime,
  untilLive,
} from "../helpers/storefront-pages"
import { waitFor } from "../helpers/wait-for"

jest.setTimeout(15 * 60_000)

/** In the Mission, San Francisco. */
const PLACE = { latitude: 37.7599, longitude: -122.4148 }
const NOTE = "Ring twice, the dog is friendly."
const CAKE_NOTE = "Write: Ada is seven"
const CUSTOMER = {
  firstName: "Ada",
  lastName: "Fernandez",
  email: "ada.fernandez@example.com",
  password: "correct horse battery",
}
/** Polls of the demo's register come every 15 seconds, the outbox every ten. */
const POS_MS = 90_000
/** "Within 2 s of the driver's tap", and a little for the browser to draw. */
const TRACKER_MS = 3_000

type Window = Awaited<ReturnType<typeof openWindow>>

/**
 * One order on its whole way, by what people do: `npm start`, the storefront,
 * the dashboard, the counter, the driver's phone. The steps are one story and
 * run in their order.
 */
describe("an order from the cart to the door", () => {
  let browser: Browser
  let shop: FreshCopy
  let site: StorefrontApp
  let customer: Window
  let owner: Window
  let order: { id: string; number: string }
  let delivery: NonNullable<OrderDeliveryResponse["delivery"]>
  let driverUrl: string

  beforeAll(async () => {
    browser = await launchChromium()
    const place = await placeStorefront()
    shop = await startFreshCopy(place.cors)
    site = await startStorefront({
      place,
      shopUrl: shop.demo.url,
      publishableKey: shop.demo.publishable_key,
      regionId: shop.demo.region_id,
    })
    customer = await openWindow(browser, "desktop")
    owner = await openWindow(browser, "desktop")
    await logIn(owner.page, shop.demo)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
    await shop?.remove()
  })

  it("is placed in the storefront: a cake and gummies, a slot, wishes, cash at the door", async () => {
    const { page, errors } = customer
    await page.context().grantPermissions(["geolocation"])
    await page.context().setGeolocation(PLACE)
    await putIntoCart(page, site.url, "carrot-cake")
    // What she looks at is remembered because she says so.
    await page.getByRole("button", { name: "Yes, you may" }).click()
    await putIntoCart(page, site.url, "yuzu-gummies", { pieces: 2 })
    await page.goto(`${site.url}/cart`)
    const cake = page.getByRole("listitem", { name: "Carrot Cake" })
    await cake.getByRole("button", { name: /Add a note or gift wrap/ }).click()
    await cake.getByLabel("Note").fill(CAKE_NOTE)
    await cake.getByRole("button", { name: "Save" }).click()
    await cake.getByText(CAKE_NOTE).waitFor()

    await register(page, site.url, CUSTOMER, "/checkout")
    await fillAddress(page, { phone: "+1 415 555 0142" }, { location: true })
    await takeFirstTime(page)
    await fillWishes(page, { note: NOTE })
    order = await placeOrder(page, "cash")
    await untilLive(page)
    expect(await stageOf(page)).toBe("booked")
    expect(errors).toEqual([])
  })

  it("is seen by the owner: its slot, its wishes, that it is not paid", async () => {
    const { page } = owner
    await page.goto(`${shop.demo.url}/app/cornerstore`)
    await page.getByRole("link", { name: `#${order.number} Ada` }).click()
    await page.getByRole("heading", { name: "Local delivery" }).waitFor()
    await page.getByText(NOTE).waitFor()
    await page.getByText(CAKE_NOTE).waitFor()
    const answer = await ask<OrderDeliveryResponse>(
      page,
      `/admin/orders/${order.id}/delivery`
    )
    if (!answer.delivery) {
      throw new Error(`Order ${order.number} has no delivery`)
    }
    delivery = answer.delivery
    expect(await statusesOf(page, order.id)).toEqual({
      payment: "authorized",
      fulfillment: "not_fulfilled",
    })
  })

  it("is at the counter once, with the dispensary's goods alone; its status comes back", async () => {
    const tickets = await waitFor(
      "the ticket at the counter",
      async () => {
        const found = await ticketsOf(shop, order.number)
        return found.length ? found : null
      },
      POS_MS
    )
    expect(tickets).toHaveLength(1)
    expect(tickets[0].items).toMatchObject([
      { productName: expect.stringContaining("Yuzu"), quantity: 2 },
    ])

    const counter = await openWindow(browser, "desktop")
    await counter.page.goto(`${shop.demo.simulators.dutchie}/__sim/counter`)
    await counter.page
      .getByRole("article")
      .filter({ hasText: `Reference ${order.number}-` })
      .getByRole("button", { name: /Set to/ })
      .click()
    await owner.page.goto(`${shop.demo.url}/app/orders/${order.id}`)
    await owner.page.getByText("Dispensary counter").first().waitFor()
    await waitFor(
      "the counter's status on the order's page",
      async () =>
        (await owner.page.getByText("Processing", { exact: true }).count()) ||
        null,
      POS_MS
    )
    expect(await ticketsOf(shop, order.number)).toHaveLength(1)
  })

  it("is planned into a route and given to a driver", async () => {
    const { page } = owner
    await page.goto(`${shop.demo.url}/app/deliveries/routes`)
    await page.getByRole("link", { name: "Plan a day" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.locator("input[type=date]").fill(delivery.slot.date)
    await drawer.getByText(delivery.slot.district.name).click()
    await drawer.getByRole("button", { name: "Plan", exact: true }).click()
    await page
      .getByRole("link", { name: "Open the route" })
      .or(page.getByRole("heading", { name: "Stops" }))
      .first()
      .waitFor()
    const open = page.getByRole("link", { name: "Open the route" })
    if (await open.count()) {
      await open.click()
    }
    await page.getByRole("heading", { name: "Stops" }).waitFor()
    await page.getByText(`#${order.number}`).first().waitFor()
    await page.getByRole("button", { name: "Publish to driver" }).click()
    const link = page.getByRole("link", { name: "Open the driver's page" })
    driverUrl = String(await link.getAttribute("href"))
    expect(driverUrl).toMatch(/\/driver\/[\w-]{32,}$/)
    expect(owner.errors).toEqual([])
  })

  it("is brought by a driver with a phone, who takes the cash; the customer follows", async () => {
    const tracker = await openWindow(browser, "phone")
    await tracker.page.goto(delivery.tracking_url)
    const driver = await openWindow(browser, "phone")
    await driver.page.goto(driverUrl)
    await startRoute(driver.page)
    await waitForStage(customer.page, "on_the_way")

    await driveTo(driver.page, order.number)
    await waitForStage(customer.page, "arrived")
    const stop = driver.page.getByRole("region", { name: "Next stop" })
    await stop.getByText(NOTE).waitFor()
    await stop.getByText(CAKE_NOTE).waitFor()
    expect(await overflowOf(driver.page)).toBe(0)
    expect(await deliver(driver.page, "200")).toMatch(/^Give back \$/)
    await waitForStage(customer.page, "delivered")
    await tracker.page
      .getByText(/was delivered/)
      .first()
      .waitFor({ timeout: TRACKER_MS })
    expect([...driver.errors, ...tracker.errors, ...customer.errors]).toEqual(
      []
    )
  })

  it("is delivered and paid in Medusa, once", async () => {
    const { page } = owner
    await waitFor("Medusa to know of the cash", async () => {
      const { payment, fulfillment } = await statusesOf(page, order.id)
      return payment === "captured" && fulfillment === "delivered" ? true : null
    })
    await page.goto(`${shop.demo.url}/app/orders/${order.id}`)
    await page.getByText("Delivered at").waitFor()
  })

  it("has given the customer points, and tells the owner her story", async () => {
    const { page } = customer
    await page.goto(`${site.url}/account`)
    await page.getByRole("list", { name: "Ledger" }).waitFor()
    const { entries, customerId } = await pointsOf(owner.page, order.id)
    expect(entries).toHaveLength(1)
    await page.getByText(`+${entries[0].points}`, { exact: true }).waitFor()

    await owner.page.goto(`${shop.demo.url}/app/customers/${customerId}`)
    const story = owner.page.getByRole("main")
    for (const chapter of [
      `Order #${order.number} delivered`,
      `Points earned with order #${order.number}`,
      `Order #${order.number} placed`,
      "Viewed a product",
    ]) {
      await story.getByText(chapter).first().waitFor()
    }
    expect(owner.errors).toEqual([])
  })

  /** The stage on the order's page in the storefront, within the tracker's time. */
  async function waitForStage(page: Page, stage: string): Promise<void> {
    await waitFor(
      `the customer's page to say ${stage}`,
      async () => ((await stageOf(page)) === stage ? true : null),
      TRACKER_MS
    )
  }
})

type Ticket = {
  transactionReference: string | null
  items: { productName: string; quantity: number }[]
}

/** What the simulated register has of an order. */
async function ticketsOf(
  { demo }: FreshCopy,
  orderNumber: string
): Promise<Ticket[]> {
  const answer = await fetch(`${demo.simulators.dutchie}/__sim/orders`)
  const tickets = (await answer.json()) as Ticket[]
  return tickets.filter(({ transactionReference }) =>
    new RegExp(`\\b${orderNumber}\\b`).test(transactionReference ?? "")
  )
}

async function statusesOf(page: Page, orderId: string) {
  const { order } = await ask<{
    order: { payment_status: string; fulfillment_status: string }
  }>(page, `/admin/orders/${orderId}?fields=payment_status,fulfillment_status`)
  return {
    payment: order.payment_status,
    fulfillment: order.fulfillment_status,
  }
}

async function pointsOf(page: Page, orderId: string) {
  const { order } = await ask<{ order: { customer_id: string } }>(
    page,
    `/admin/orders/${orderId}?fields=customer_id`
  )
  const { entries } = await ask<{
    entries: { points: number; order: { id: string } | null }[]
  }>(page, `/admin/loyalty/accounts/${order.customer_id}/entries`)
  return {
    customerId: order.customer_id,
    entries: entries.filter((entry) => entry.order?.id === orderId),
  }
}
