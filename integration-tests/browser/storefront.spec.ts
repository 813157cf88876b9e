import Medusa from "@medusajs/js-sdk"
import type { Browser, Page } from "playwright-core"

import { DEMO_ADMIN } from "../../scripts/seed/demo-people"
import { type Cornerstore, withCornerstore } from "../../src/sdk"
import type { ListActivityEventsResponse } from "../../src/sdk/types"
import { signIn } from "../helpers/actors"
import { launchChromium } from "../helpers/chromium"
import { openWindow, overflowOf } from "../helpers/dashboard"
import { type DemoShop, startDemoShop } from "../helpers/demo-shop"
import {
  placeStorefront,
  type StorefrontApp,
  startStorefront,
} from "../helpers/storefront-app"
import {
  cartOf,
  fillAddress,
  fillContact,
  fillName,
  fillWishes,
  freeTimes,
  openStep,
  placeOrder,
  pressPlaceOrder,
  putIntoCart,
  register,
  stageOf,
  step,
  takeFirstTime,
  untilLive,
} from "../helpers/storefront-pages"
import { waitFor } from "../helpers/wait-for"

jest.setTimeout(10 * 60_000)

/** In the Mission. */
const PLACE = { latitude: 37.7599, longitude: -122.4148 }
const POSTAL_CODE = "94110"
const CARD_TEXT = "Happy birthday"
const NOTE = "Ring twice, the dog is friendly."

/** The example shop, used as a customer uses it. */
describe("the storefront", () => {
  let browser: Browser
  let shop: DemoShop
  let site: StorefrontApp
  let sdk: Medusa & { cornerstore: Cornerstore }

  beforeAll(async () => {
    browser = await launchChromium()
    const place = await placeStorefront()
    shop = await startDemoShop(place.cors)
    site = await startStorefront({
      place,
      shopUrl: shop.app.url,
      publishableKey: shop.publishableKey,
      regionId: shop.regionId,
    })
    sdk = withCornerstore(
      new Medusa({
        baseUrl: shop.app.url,
        publishableKey: shop.publishableKey,
        auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
      })
    )
  })
  afterAll(async () => {
    await site?.stop()
    await shop?.remove()
    await browser?.close()
  })

  it("takes a new customer from the shelves to an order whose delivery she follows", async () => {
    const { page, errors } = await openWindow(browser, "desktop")
    const told = listenToTracking(page)
    await page.context().grantPermissions(["geolocation"])
    await page.context().setGeolocation(PLACE)

    await page.goto(site.url)
    await page.getByRole("button", { name: "Yes, you may" }).click()
    await page.getByLabel("Search products").fill("sourdough")
    await page.getByRole("button", { name: "Search", exact: true }).click()
    await page.getByRole("link", { name: /Country Sourdough/ }).click()
    await page.getByRole("heading", { name: "Country Sourdough" }).waitFor()
    await putIntoCart(page, site.url, "country-sourdough", {
      variant: "Whole",
      pieces: 2,
    })

    await page.getByRole("link", { name: "Go to the cart" }).click()
    const line = page.getByRole("listitem", { name: "Country Sourdough" })
    await line.getByRole("button", { name: /Add a note or gift wrap/ }).click()
    await line.getByLabel("Wrap it as a gift").check()
    await line.getByLabel("Words for the card").fill(CARD_TEXT)
    await line.getByRole("button", { name: "Save" }).click()
    await line.getByText("Wrapped as a gift").waitFor()

    const email = `mia-${Date.now()}@example.com`
    const password = "correct horse battery"
    await register(
      page,
      site.url,
      { firstName: "Mia", lastName: "Okafor", email, password },
      "/checkout"
    )
    await fillAddress(page, {}, { location: true })
    await takeFirstTime(page)
    await fillWishes(page, { note: NOTE })
    const { id, number } = await placeOrder(page, "cash")

    await untilLive(page)
    expect(await stageOf(page)).toBe("booked")
    await page.getByText(NOTE).waitFor()
    await page.getByText(CARD_TEXT).waitFor()
    await page.getByText("In cash, when it is delivered.").waitFor()
    expect(await cartOf(page)).toBeNull()

    await sdk.auth.login("customer", "emailpass", { email, password })
    const { order } = await sdk.store.order.retrieve(id)
    expect(order).toMatchObject({
      email,
      display_id: Number(number),
      shipping_address: {
        first_name: "Mia",
        postal_code: POSTAL_CODE,
        metadata: { lat: PLACE.latitude, lng: PLACE.longitude },
      },
    })
    expect(order.total).toBeGreaterThan(order.item_subtotal)

    await deliver(id)
    await waitFor("the page to say that it was delivered", async () =>
      (await stageOf(page)) === "delivered" ? true : null
    )

    await page.getByRole("link", { name: "Mia" }).click()
    await page.getByRole("link", { name: `#${number}` }).waitFor()
    await page.getByRole("list", { name: "Ledger" }).waitFor()
    const { entries } = await sdk.cornerstore.loyalty.listEntries()
    const earned = entries.find(({ reference }) => reference.id === id)
    await page.getByText(`+${earned?.points}`, { exact: true }).waitFor()

    expect([...told]).toEqual(
      expect.arrayContaining([
        "page",
        "Products Searched",
        "Product Viewed",
        "Product Dwell Recorded",
        "Product Added",
        "identify",
        "Checkout Started",
        "Order Completed",
      ])
    )
    expect(errors).toEqual([])
  })

  it("asks a visitor once, forgets her when she wants, and tells of her log-in", async () => {
    const { page, errors } = await openWindow(browser, "phone")
    const bar = page.getByRole("region", { name: "Cookie settings" })
    const visitor = () =>
      page.evaluate<string | null>(`localStorage["cornerstore:id"] ?? null`)
    await page.goto(site.url)
    await bar.waitFor()
    expect(await page.evaluate("localStorage.length")).toBe(0)
    expect(await overflowOf(page)).toBe(0)
    await bar.getByRole("button", { name: "No, thanks" }).click()
    await page.goto(`${site.url}/products/baguette`)
    await page.getByRole("button", { name: "Add to cart" }).waitFor()
    expect(await bar.count()).toBe(0)
    expect(await visitor()).toBeNull()

    await page.getByRole("button", { name: "Cookie settings" }).click()
    await bar.getByText("You have said no so far.").waitFor()
    await bar.getByRole("button", { name: "Yes, you may" }).click()
    const id = await waitFor("the visitor's id", visitor)
    await page.getByRole("button", { name: "Add to cart" }).click()
    const linked = () =>
      page.evaluate<string | null>(
        "localStorage.cornerstore_cart_visitor ?? null"
      )
    expect(await waitFor("the link to the cart", linked)).toBe(
      `${await cartOf(page)} ${id}`
    )
    const email = `lea-${Date.now()}@example.com`
    const password = "correct horse battery"
    await register(page, site.url, {
      firstName: "Lea",
      lastName: "Brandt",
      email,
      password,
    })
    const customer = await waitFor("the link to the customer", async () =>
      page.evaluate<string | null>(
        `localStorage.cornerstore_customer_visitor ?? null`
      )
    )
    expect(customer).toMatch(new RegExp(`^cus_\\w+ ${id}$`))
    expect(await namesOf(id)).toEqual(
      expect.arrayContaining(["Product Viewed", "identify"])
    )

    await page.getByRole("button", { name: "Cookie settings" }).click()
    await bar.getByRole("button", { name: "No, thanks" }).click()
    await bar.waitFor({ state: "detached" })
    expect(await visitor()).toBeNull()
    await waitFor("the cart to know nobody", async () =>
      (await linked()) === null ? true : null
    )
    expect(errors).toEqual([])
  })

  it("remembers what was chosen when the page is loaded again", async () => {
    const { page, errors } = await openWindow(browser, "phone")
    await beginAsGuest(page)
    await fillAddress(page)
    await takeFirstTime(page)
    await openStep(page).and(step(page, "Wishes and gift")).waitFor()
    const kept = await step(page, "Delivery time").innerText()

    await page.reload()
    await openStep(page).and(step(page, "Wishes and gift")).waitFor()
    expect(await step(page, "Delivery time").innerText()).toBe(kept)
    expect(await overflowOf(page)).toBe(0)
    expect(errors).toEqual([])
  })

  it("tells who lives outside every district why there is no time", async () => {
    const { page, errors } = await openWindow(browser, "phone")
    await beginAsGuest(page)
    await fillAddress(page, { postalCode: "94704", city: "Berkeley" })
    await page.getByText("outside every district we deliver to").waitFor()
    expect(await freeTimes(page).count()).toBe(0)
    expect(await overflowOf(page)).toBe(0)

    await page.getByRole("button", { name: "Change the address" }).click()
    await fillAddress(page)
    await freeTimes(page).first().waitFor()
    expect(errors).toEqual([])
  })

  it("refuses a time that filled up meanwhile and leaves nothing half-booked", async () => {
    const { page, errors } = await openWindow(browser, "desktop")
    await beginAsGuest(page)
    await fillAddress(page)
    const times = step(page, "Delivery time")
    await times
      .getByRole("group", { name: "Day" })
      .getByRole("button")
      .nth(3)
      .click()
    const time = freeTimes(page).first()
    const slotId = String(await time.getAttribute("data-slot"))
    await fillUp(slotId)

    await time.click()
    await times.getByText("Somebody else took the last place").waitFor()
    await times.locator(`[data-slot="${slotId}"]`).getByText("Full").waitFor()
    expect(await times.getByText("Kept for you").count()).toBe(0)

    const cartId = String(await cartOf(page))
    const { cart } = await sdk.store.cart.retrieve(cartId)
    expect(cart.shipping_methods).toEqual([])
    expect(await sdk.cornerstore.delivery.releaseSlot(cartId)).toMatchObject({
      deleted: false,
    })
    expect(errors).toEqual([])
  })

  it("says at the last step that the time is gone, and orders into another", async () => {
    const { page, errors } = await openWindow(browser, "phone")
    await beginAsGuest(page)
    await fillAddress(page)
    const days = step(page, "Delivery time").getByRole("group", { name: "Day" })
    const day = await days.getByRole("button").nth(4).innerText()
    const slotId = await takeFirstTime(page, day.split("\n")[0])
    await fillWishes(page)

    // As when the hold ran out while she looked for her purse.
    const cartId = String(await cartOf(page))
    await sdk.cornerstore.delivery.releaseSlot(cartId)
    await fillUp(slotId)
    await pressPlaceOrder(page, "card")
    await step(page, "Delivery time")
      .getByText("Somebody else took the last place")
      .waitFor()
    expect(new URL(page.url()).pathname).toBe("/checkout")

    expect(await takeFirstTime(page)).not.toBe(slotId)
    await placeOrder(page, "card")
    await untilLive(page)
    expect(await overflowOf(page)).toBe(0)
    expect(errors).toEqual([])
  })

  /** A guest with something in the cart, at the address step. */
  async function beginAsGuest(page: Page): Promise<void> {
    await putIntoCart(page, site.url, "baguette")
    await page.goto(`${site.url}/checkout`)
    await fillContact(page, "guest@example.com")
    await fillName(page, "Gus", "Guest")
  }

  /** Other customers take every place of a slot. */
  async function fillUp(slotId: string): Promise<void> {
    const { products } = await sdk.store.product.list({
      handle: "baguette",
      fields: "*variants",
    })
    const variant = products[0]?.variants?.[0]
    for (let taken = 0; taken < 50; taken++) {
      const { cart } = await sdk.store.cart.create({
        region_id: shop.regionId,
        items: [{ variant_id: String(variant?.id), quantity: 1 }],
        shipping_address: {
          address_1: "1 Valencia Street",
          city: "San Francisco",
          country_code: "us",
          postal_code: POSTAL_CODE,
        },
      })
      const { slots } = await sdk.cornerstore.delivery.listSlots(cart.id)
      if (slots.find(({ id }) => id === slotId)?.state === "full") {
        return
      }
      await sdk.cornerstore.delivery.holdSlot(cart.id, slotId)
    }
    throw new Error(`Slot ${slotId} takes orders without end`)
  }

  /** The owner marks it delivered. */
  async function deliver(orderId: string): Promise<void> {
    const headers = await signIn(shop.app.api, "user", DEMO_ADMIN)
    const { data } = await shop.app.api.get<{
      delivery: { booking_id: string }
    }>(`/admin/orders/${orderId}/delivery`, { headers })
    await shop.app.api.post(
      `/admin/delivery/bookings/${data.delivery.booking_id}/delivered`,
      {},
      { headers }
    )
  }

  /** What the shop has stored of a visitor. */
  async function namesOf(anonymousId: string): Promise<string[]> {
    const headers = await signIn(shop.app.api, "user", DEMO_ADMIN)
    const { data } = await shop.app.api.get<ListActivityEventsResponse>(
      `/admin/activity/events?anonymous_id=${anonymousId}`,
      { headers }
    )
    return data.events.map(({ event, type }) => event ?? type)
  }

  /** What the page tells the shop's collector: names of events, else their types. */
  function listenToTracking(page: Page): Set<string> {
    const told = new Set<string>()
    page.on("request", (request) => {
      const sent = request.postData()
      if (request.url().startsWith(`${shop.app.url}/collect/v1/`) && sent) {
        const { batch = [], writeKey } = JSON.parse(sent) as {
          batch?: { event?: string; type: string }[]
          writeKey: string
        }
        expect(writeKey).toBe(shop.publishableKey)
        batch.forEach(({ event, type }) => told.add(event ?? type))
      }
    })
    return told
  }
})
