import type { Page } from "playwright-core"

/** What is done in the storefront's pages, in a customer's words. */

export type NewCustomer = {
  firstName: string
  lastName: string
  email: string
  password: string
}

/** An address in the Mission, San Francisco, unless told. */
export type TypedAddress = {
  street?: string
  postalCode?: string
  city?: string
  phone?: string
}

/**
 * Puts a product into the cart from its page.
 *
 * @param handle - of the product
 * @param variant - its title, where there are several
 */
export async function putIntoCart(
  page: Page,
  url: string,
  handle: string,
  { variant, pieces = 1 }: { variant?: string; pieces?: number } = {}
): Promise<void> {
  await page.goto(`${url}/products/${handle}`)
  if (variant) {
    await page.getByRole("radio", { name: variant }).check({ force: true })
  }
  for (let more = 1; more < pieces; more++) {
    await page.getByRole("button", { name: "One more" }).click()
  }
  await page.getByRole("button", { name: "Add to cart" }).click()
  await page.getByText("is in your cart").waitFor()
}

/** Becomes a customer; `next` is the page to go on with. */
export async function register(
  page: Page,
  url: string,
  customer: NewCustomer,
  next = "/account"
): Promise<void> {
  await page.goto(`${url}/account?next=${encodeURIComponent(next)}`)
  await page.getByRole("button", { name: "Create an account" }).click()
  await page.getByLabel("First name").fill(customer.firstName)
  await page.getByLabel("Last name").fill(customer.lastName)
  await page.getByLabel("E-mail").fill(customer.email)
  await page.getByLabel("Password").fill(customer.password)
  await page.getByRole("button", { name: "Create the account" }).click()
  await page
    .getByRole("banner")
    .getByRole("link", { name: customer.firstName })
    .waitFor()
  await page.waitForURL((at) => `${at.pathname}${at.search}` === next)
}

/** A step of the checkout, by its title. */
export function step(page: Page, title: string) {
  return page.getByRole("region", { name: title, exact: true })
}

/** The step that is open now. */
export function openStep(page: Page) {
  return page.locator("section[data-state=open]")
}

/** The guest's first step. */
export async function fillContact(page: Page, email: string): Promise<void> {
  const contact = step(page, "Contact")
  await contact.getByLabel("E-mail").fill(email)
  await contact.getByRole("button", { name: /^Continue/ }).click()
}

/**
 * Types an address and goes on to the delivery times.
 *
 * @param location - press "use my location" too; the browser context must have
 * one and the permission for it
 */
export async function fillAddress(
  page: Page,
  address: TypedAddress = {},
  { location = false }: { location?: boolean } = {}
): Promise<void> {
  const form = step(page, "Address")
  await form
    .getByLabel("Street and number")
    .fill(address.street ?? "3250 18th Street")
  await form.getByLabel("Postal code").fill(address.postalCode ?? "94110")
  await form.getByLabel("City").fill(address.city ?? "San Francisco")
  await form.getByLabel("State or province").fill("CA")
  if (address.phone) {
    await form.getByLabel("Phone").fill(address.phone)
  }
  if (location) {
    await form.getByRole("button", { name: /use my location/ }).click()
    await form.getByText("where you are now").waitFor()
  }
  await form.getByRole("button", { name: /^Continue/ }).click()
  await step(page, "Delivery time").and(openStep(page)).waitFor()
}

/** The guest's name, which a customer's address has already. */
export async function fillName(
  page: Page,
  firstName: string,
  lastName: string
): Promise<void> {
  const form = step(page, "Address")
  await form.getByLabel("First name").fill(firstName)
  await form.getByLabel("Last name").fill(lastName)
}

/** The times of the day that is shown, which can be taken. */
export function freeTimes(page: Page) {
  return step(page, "Delivery time").locator("[data-slot]:not(:disabled)")
}

/**
 * Keeps the first free time and goes on.
 *
 * @param day - the button of the day, such as "Tomorrow"; else the first free day
 * @returns the slot's id
 */
export async function takeFirstTime(
  page: Page,
  day?: string | RegExp
): Promise<string> {
  const times = step(page, "Delivery time")
  if (day) {
    await times.getByRole("button", { name: day }).click()
  }
  const time = freeTimes(page).first()
  const slotId = await time.getAttribute("data-slot")
  await time.click()
  await times.getByText("Kept for you for").waitFor()
  await times.getByRole("button", { name: "Continue", exact: true }).click()
  if (!slotId) {
    throw new Error("The time's button names no slot")
  }
  return slotId
}

/** The wishes for the whole order. */
export async function fillWishes(
  page: Page,
  wishes: { note?: string; giftWrap?: boolean; card?: string } = {}
): Promise<void> {
  const form = step(page, "Wishes and gift")
  if (wishes.note) {
    await form.getByLabel("Note").fill(wishes.note)
  }
  if (wishes.giftWrap) {
    await form.getByLabel("Wrap it as a gift").check()
  }
  if (wishes.card) {
    await form.getByLabel("Words for the card").fill(wishes.card)
  }
  await form.getByRole("button", { name: /^Continue/ }).click()
  await step(page, "Payment").and(openStep(page)).waitFor()
}

/** The ways to pay, as they are shown. */
export const PAY = {
  cash: "Pay cash at the door",
  card: "Card (test)",
} as const

/** Chooses how to pay and presses the button; what comes then is the caller's. */
export async function pressPlaceOrder(
  page: Page,
  way: keyof typeof PAY
): Promise<void> {
  const payment = step(page, "Payment")
  await payment.getByText(PAY[way], { exact: true }).click()
  await payment.getByRole("button", { name: /^Place the order/ }).click()
}

export type PlacedOrder = { id: string; number: string }

/** Pays, and waits for the order's page. */
export async function placeOrder(
  page: Page,
  way: keyof typeof PAY
): Promise<PlacedOrder> {
  await pressPlaceOrder(page, way)
  await page.waitForURL(/\/orders\/order_/)
  await page.getByRole("heading", { name: /^Thank you/ }).waitFor()
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? ""
  const number = /#(\d+)/.exec(await page.getByRole("main").innerText())?.[1]
  if (!number) {
    throw new Error(`The page of order ${id} names no number`)
  }
  return { id, number }
}

/** The part of an order's page that follows its delivery. */
export function deliveryPanel(page: Page) {
  return page.locator("section[data-stage]")
}

/** Waits until an order's page has its delivery and follows it. */
export async function untilLive(page: Page): Promise<void> {
  await deliveryPanel(page).getByText("Live", { exact: true }).waitFor()
}

/** The stage that an order's page shows now, such as `booked`. */
export async function stageOf(page: Page): Promise<string | null> {
  return await deliveryPanel(page).getAttribute("data-stage")
}

/** The cart of this browser; null when there is none. */
export function cartOf(page: Page): Promise<string | null> {
  return page.evaluate("localStorage.getItem('cornerstore_cart')")
}
