import type { Browser, Page } from "playwright-core"

import type {
  AdminDistrict,
  DistrictBoundary,
  ListDistrictsResponse,
} from "../../src/sdk/types"
import { launchChromium } from "../helpers/chromium"
import { ask, logIn, openWindow } from "../helpers/dashboard"
import { FreshCopy, startFreshCopy } from "../helpers/fresh-copy"
import {
  placeStorefront,
  StorefrontApp,
  startStorefront,
} from "../helpers/storefront-app"
import {
  fillAddress,
  fillContact,
  fillName,
  fillWishes,
  openStep,
  placeOrder,
  type PlacedOrder,
  putIntoCart,
  step,
  takeFirstTime,
} from "../helpers/storefront-pages"

jest.setTimeout(15 * 60_000)

const DISTRICT = "Harbour"
const PLACES = 10
/** Corners of the area that is drawn, as parts of the map's width and height. */
const CORNERS = [
  [0.3, 0.3],
  [0.6, 0.3],
  [0.6, 0.6],
  [0.3, 0.6],
] as const
/** What an owner waits for a canceled order to give its place back. */
const BACK_MS = 60_000

type Window = Awaited<ReturnType<typeof openWindow>>

/**
 * A Saturday morning with ten places, by what people do: drawn and opened by
 * the owner, filled by ten customers, wanted by an eleventh, left by one. The
 * steps are one story and run in their order.
 */
describe("a slot that is sold out", () => {
  let browser: Browser
  let shop: FreshCopy
  let site: StorefrontApp
  let owner: Window
  let place: { latitude: number; longitude: number }
  let slotId: string
  const orders: PlacedOrder[] = []

  beforeAll(async () => {
    browser = await launchChromium()
    const at = await placeStorefront()
    shop = await startFreshCopy(at.cors)
    site = await startStorefront({
      place: at,
      shopUrl: shop.demo.url,
      publishableKey: shop.demo.publishable_key,
      regionId: shop.demo.region_id,
    })
    owner = await openWindow(browser, "desktop")
    await logIn(owner.page, shop.demo)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
    await shop?.remove()
  })

  /** A guest of the storefront whose address is where the district was drawn. */
  const newGuest = async () => {
    const guest = await openWindow(browser, "phone")
    await guest.page.context().grantPermissions(["geolocation"])
    await guest.page.context().setGeolocation(place)
    return guest
  }

  /** From the shelf to the delivery times. */
  const goToTimes = async (page: Page, name: string) => {
    await putIntoCart(page, site.url, "apricot-jam")
    await page.goto(`${site.url}/checkout`)
    await fillContact(page, `${name.toLowerCase()}@example.com`)
    await fillName(page, name, "Buyer")
    await fillAddress(page, { phone: "+1 415 555 0142" }, { location: true })
  }

  it("has a district that the owner draws on the map", async () => {
    const { page } = owner
    await page.goto(`${shop.demo.url}/app/settings/districts/draw`)
    await page.getByLabel("Name").fill(DISTRICT)
    await page.getByLabel("Priority").fill("1")
    await drawArea(page)
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await page.getByRole("heading", { name: DISTRICT }).first().waitFor()

    const district = await districtNamed(page, DISTRICT)
    place = middleOf(district.boundary)
    expect(district.priority).toBe(1)
  })

  it("has a window on Saturday morning for ten orders", async () => {
    const { page } = owner
    await page.getByRole("link", { name: "Add window", exact: true }).click()
    const form = page.getByRole("dialog")
    for (const day of await form
      .getByRole("group", { name: "Days of the week" })
      .getByRole("button", { pressed: true })
      .all()) {
      await day.click()
    }
    await form.getByRole("button", { name: "Saturday" }).click()
    await form.getByLabel("From", { exact: true }).fill("09:00")
    await form.getByLabel("To", { exact: true }).fill("12:00")
    await form.getByLabel("Orders that fit").fill(String(PLACES))
    await form.getByLabel("Days ahead", { exact: true }).fill("1")
    await form.getByLabel("Order until").fill("18:00")
    await form.getByLabel("Delivery price").fill("5")
    await form.getByRole("button", { name: "Save" }).click()
    await page.getByText("Window saved").first().waitFor()
    await page.getByText(`${PLACES} orders`).first().waitFor()
  })

  it("is filled by customers of the storefront; the one who comes too late is offered the next", async () => {
    let late: Window | undefined
    for (let turn = 1; turn <= PLACES; turn++) {
      if (turn === PLACES) {
        late = await newGuest()
        await goToTimes(late.page, "Late")
      }
      const { page, errors } = await newGuest()
      await goToTimes(page, `Guest${turn}`)
      const taken = await takeFirstTime(page)
      slotId ??= taken
      expect(taken).toBe(slotId)
      await fillWishes(page)
      orders.push(await placeOrder(page, "cash"))
      expect(errors).toEqual([])
      await page.context().close()
    }
    if (!late) {
      throw new Error("Nobody came too late")
    }

    const { page, errors } = late
    const times = step(page, "Delivery time")
    // What she sees is from before the tenth took the last place.
    await times.locator(`[data-slot="${slotId}"]`).click()
    await times
      .getByText("Somebody else took the last place at that time.")
      .waitFor()
    const next = times.getByRole("group", { name: "Next free time" })
    await next.getByRole("button", { name: "Take this time" }).click()
    await times.getByText("Kept for you for").waitFor()
    expect(
      await times.locator(`[data-slot="${slotId}"]:disabled`).count()
    ).toBe(await times.locator(`[data-slot="${slotId}"]`).count())
    await times.getByRole("button", { name: "Continue", exact: true }).click()
    await fillWishes(page)
    const order = await placeOrder(page, "cash")
    expect(orders.map(({ id }) => id)).not.toContain(order.id)
    expect(errors).toEqual([])
  })

  it("shows the owner ten of ten", async () => {
    const { page } = owner
    await page.goto(`${shop.demo.url}/app/orders/${orders[0].id}`)
    await page.getByRole("heading", { name: "Local delivery" }).waitFor()
    await page.getByText(DISTRICT).first().waitFor()

    const district = await districtNamed(page, DISTRICT)
    const { date } = await slotOf(page, orders[0].id)
    await page.goto(
      `${shop.demo.url}/app/deliveries/calendar?view=day&date=${date}&district_id=${district.id}`
    )
    await page.getByText(`${PLACES} of ${PLACES}`).first().waitFor()
    for (const { number } of orders) {
      await page.getByText(`#${number}`).first().waitFor()
    }
  })

  it("has a place again when one order is canceled, for who comes then", async () => {
    const { page } = owner
    const { id, number } = orders[3]
    await page.goto(`${shop.demo.url}/app/orders/${id}`)
    await page.getByRole("heading", { name: `#${number}` }).waitFor()
    await openActions(page, number)
    await page.getByRole("menuitem", { name: "Cancel" }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Continue" })
      .click()
    await page.getByText("Order canceled successfully").first().waitFor()

    const guest = await newGuest()
    await goToTimes(guest.page, "Lucky")
    const times = step(guest.page, "Delivery time")
    const end = Date.now() + BACK_MS
    while (!(await freeTime(guest.page).count())) {
      if (Date.now() > end) {
        throw new Error("The canceled order's place did not come back")
      }
      await guest.page.reload()
      await times.and(openStep(guest.page)).waitFor()
      await times.locator("[data-slot]").first().waitFor()
    }
    expect(await takeFirstTime(guest.page)).toBe(slotId)
    await fillWishes(guest.page)
    await placeOrder(guest.page, "cash")
    expect(guest.errors).toEqual([])
    expect(owner.errors).toEqual([])
  })

  const freeTime = (page: Page) =>
    page.locator(`[data-slot="${slotId}"]:not(:disabled)`)
})

/** Taps the corners and the first one again. */
async function drawArea(page: Page): Promise<void> {
  const map = page.getByRole("application", { name: "Map to draw on" })
  await map.and(page.locator("[aria-busy=false]")).waitFor()
  await page.getByRole("button", { name: "Draw area" }).click()
  const box = await map.boundingBox()
  if (!box) {
    throw new Error("The map has no size")
  }
  for (const [x, y] of [...CORNERS, CORNERS[0]]) {
    const [left, top] = [box.x + x * box.width, box.y + y * box.height]
    await page.mouse.move(left, top, { steps: 4 })
    await page.mouse.click(left, top)
  }
}

/** Opens the menu of an order's page. */
async function openActions(page: Page, number: string): Promise<void> {
  const heading = page.getByRole("heading", { name: `#${number}` })
  await heading
    .locator("xpath=ancestor::div[.//button[@aria-haspopup='menu']][1]")
    .locator("button[aria-haspopup=menu]")
    .first()
    .click()
}

async function districtNamed(page: Page, name: string): Promise<AdminDistrict> {
  const { districts } = await ask<ListDistrictsResponse>(
    page,
    `/admin/delivery/districts?q=${name}&limit=10`
  )
  const district = districts.find((each) => each.name === name)
  if (!district) {
    throw new Error(`There is no district ${name}`)
  }
  return district
}

async function slotOf(page: Page, orderId: string): Promise<{ date: string }> {
  const { delivery } = await ask<{
    delivery: { slot: { date: string } } | null
  }>(page, `/admin/orders/${orderId}/delivery`)
  if (!delivery) {
    throw new Error(`Order ${orderId} has no delivery`)
  }
  return delivery.slot
}

function middleOf(boundary: DistrictBoundary | null) {
  if (boundary?.type !== "Polygon") {
    throw new Error(`A polygon was drawn, not ${boundary?.type}`)
  }
  const [ring] = boundary.coordinates
  const corners = ring.slice(0, -1)
  const mean = (index: 0 | 1) =>
    corners.reduce((sum, corner) => sum + corner[index], 0) / corners.length
  return { longitude: mean(0), latitude: mean(1) }
}
