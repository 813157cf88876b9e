import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

import type { Browser } from "playwright-core"

import type { AppProcess } from "../helpers/app-process"
import { launchChromium } from "../helpers/chromium"
import { logIn, openWindow } from "../helpers/dashboard"
import { storefront } from "../helpers/storefront"

import { type DeliveryOrder, orderIntoSlot } from "./setup/delivery-order"
import { filesBelow } from "./setup/files"
import { ROOT } from "./setup/place"
import { type PackedShop, preparePackedShop } from "./setup/prepare"
import { serveShop } from "./setup/serve"
import {
  createShopDatabase,
  OWNER,
  type ShopDatabase,
} from "./setup/shop-database"

jest.setTimeout(900_000)

const ADMIN = path.join(ROOT, "src/admin")

describe("the dashboard of a shop with the packed plugin", () => {
  let packed: PackedShop

  beforeAll(async () => {
    packed = await preparePackedShop()
  })

  describe("as it was built", () => {
    let bundle: string
    let assets: string

    beforeAll(() => {
      assets = path.join(packed.build, "public/admin/assets")
      bundle = readdirSync(assets)
        .filter((file) => file.endsWith(".js"))
        .map((file) => readFileSync(path.join(assets, file), "utf8"))
        .map(unescape)
        .join("\n")
    })

    it("has the address of each of our pages", () => {
      const addresses = filesBelow(path.join(ADMIN, "routes"))
        .filter((file) => file.endsWith("/page.tsx"))
        .map(addressOf)
      expect(addresses).toEqual(
        expect.arrayContaining(["/deliveries", "/settings/districts/:id"])
      )
      expect(
        addresses.filter(
          (address) => !new RegExp(`path:["'\`]${address}["'\`]`).test(bundle)
        )
      ).toEqual([])
    })

    it("has our part of the order's page", () => {
      expect(bundle).toContain("medusa-plugin-cornerstore:order-delivery")
    })

    it("has the map in files of its own, with its stylesheet", () => {
      const having = (text: string, ending: string) =>
        readdirSync(assets)
          .filter((file) => file.endsWith(ending))
          .filter((file) =>
            readFileSync(path.join(assets, file), "utf8").includes(text)
          )
      const ours = having("medusa-plugin-cornerstore:order-delivery", ".js")
      const map = having("maplibregl-canvas-container", ".js")
      expect(map).toHaveLength(1)
      expect(ours).not.toContain(map[0])
      expect(having(".maplibregl-canvas-container", ".css")).not.toEqual([])
    })

    it.each(["en", "es", "vi"])("has every text in %s", (language) => {
      const file = path.join(ADMIN, "i18n", `${language}.json`)
      const texts = textsOf(JSON.parse(readFileSync(file, "utf8")))
      expect(texts.length).toBeGreaterThan(50)
      expect(texts.filter((text) => !bundle.includes(text))).toEqual([])
    })
  })

  describe("in a browser, over plain http, in production", () => {
    let database: ShopDatabase
    let app: AppProcess
    let placed: DeliveryOrder
    let browser: Browser

    beforeAll(async () => {
      database = await createShopDatabase(packed, "packed-dashboard")
      ;[app, browser] = await Promise.all([
        serveShop(packed, { databaseUrl: database.url }),
        launchChromium(),
      ])
      placed = await orderIntoSlot(
        storefront(app.url, database.shop),
        database.shop,
        database.places[0]
      )
    })

    afterAll(async () => {
      await browser?.close()
      await app?.kill()
      await database?.drop()
    })

    it("lets the owner log in and shows deliveries, an order's slot and the system", async () => {
      const { page, errors } = await openWindow(browser, "desktop")
      await logIn(page, { url: app.url, admin: OWNER })
      const cookies = await page.context().cookies()
      expect(cookies).toContainEqual(
        expect.objectContaining({ name: "connect.sid", secure: false })
      )

      await page.getByRole("link", { name: "Deliveries" }).click()
      const row = page
        .getByRole("row")
        .filter({ hasText: `#${placed.order.display_id}` })
      await row.getByText(database.places[0].district).waitFor()

      await page.goto(`${app.url}/app/orders/${placed.order.id}`)
      await page.getByRole("heading", { name: "Local delivery" }).waitFor()

      await page.goto(`${app.url}/app/settings/districts/draw`)
      await page.locator("canvas.maplibregl-canvas").waitFor()
      // Without its stylesheet the map's canvas would have no place.
      expect(
        await page.evaluate(
          'getComputedStyle(document.querySelector(".maplibregl-canvas")).position'
        )
      ).toBe("absolute")

      await page.goto(`${app.url}/app/settings/system`)
      await page.getByText(`${app.pid}`).first().waitFor()
      expect(errors).toEqual([])
    })
  })
})

/** `settings/districts/[id]/@edit/page.tsx` is served at `/settings/districts/:id/edit`. */
function addressOf(file: string): string {
  return file
    .replace(/\/page\.tsx$/, "")
    .split("/")
    .map((segment) => segment.replace(/^@/, "").replace(/^\[(.+)\]$/, ":$1"))
    .reduce((address, segment) => `${address}/${segment}`, "")
}

/** The leaves of a translation file. */
function textsOf(value: unknown): string[] {
  return typeof value === "string"
    ? [value]
    : Object.values(value as Record<string, unknown>).flatMap(textsOf)
}

/** Bundlers write letters beyond ASCII, quotes and breaks as escapes. */
function unescape(code: string): string {
  return code
    .replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_, wide, narrow) =>
      String.fromCharCode(parseInt(wide ?? narrow, 16))
    )
    .replace(/\\n/g, "\n")
    .replace(/\\(["'`])/g, "$1")
}
