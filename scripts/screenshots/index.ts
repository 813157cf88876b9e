/**
 * Takes the pictures of the documentation: our pages of the running demo shop
 * at the two widths they are made for. `npm start` in one terminal, then
 * `npm run screenshots` in another; the files land in `docs/images`.
 */
import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"

import { chromium, type Browser, type Page } from "playwright-core"

import {
  CHROMIUM_FLAGS,
  environment,
  findChromium,
} from "../test/services/chromium"
import { readDemo, type Demo } from "./demo"
import { picturesOf, type PictureOf } from "./pages"
import { readFacts, type ShopFacts } from "./shop-facts"

const ROOT = path.resolve(__dirname, "../..")
const IMAGES = path.join(ROOT, "docs", "images")
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
/** The first page of a development server is bundled when it is asked for. */
const FIRST_PAGE_MS = 180_000

type Picture = { file: string; png: Buffer }

async function main(): Promise<void> {
  const demo = await readDemo(ROOT)
  const facts = await readFacts(demo)
  const found = await findChromium(ROOT, console.info)
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: CHROMIUM_FLAGS,
    env: { ...environment(), ...found.env },
  })
  const pictures: Picture[] = []
  try {
    for (const viewport of WIDTHS) {
      pictures.push(...(await takeAll(browser, demo, facts, viewport)))
    }
  } finally {
    await browser.close()
  }
  await save(pictures)
}

/** At the end: a development server restarts when files appear beside it. */
async function save(pictures: Picture[]): Promise<void> {
  await mkdir(IMAGES, { recursive: true })
  for (const { file, png } of pictures) {
    await writeFile(path.join(IMAGES, file), png)
    console.info(`docs/images/${file}`)
  }
}

async function takeAll(
  browser: Browser,
  demo: Demo,
  facts: ShopFacts,
  viewport: (typeof WIDTHS)[number]
): Promise<Picture[]> {
  const context = await browser.newContext({
    viewport,
    locale: "en-US",
    timezoneId: facts.timeZone,
    // Pictures must not differ by how far an animation has come.
    reducedMotion: "reduce",
  })
  const page = await context.newPage()
  await logIn(page, demo)
  const pictures: Picture[] = []
  for (const picture of picturesOf(facts)) {
    pictures.push({
      file: `${picture.name}-${viewport.width}.png`,
      png: await take(page, demo, picture),
    })
  }
  await context.close()
  return pictures
}

async function logIn(page: Page, { url, admin }: Demo): Promise<void> {
  await page.goto(`${url}/app/login`, { timeout: FIRST_PAGE_MS })
  await page.locator("input[name=email]").fill(admin.email)
  await page.locator("input[name=password]").fill(admin.password)
  await page.locator("button[type=submit]").click()
  await page.waitForURL((at) => !at.pathname.endsWith("/login"))
}

async function take(
  page: Page,
  { url }: Demo,
  { at, shows, scroll }: PictureOf
): Promise<Buffer> {
  await page.goto(at.startsWith("http") ? at : `${url}/app${at}`)
  // Lists are in the page twice, as table and as cards; one of them is hidden.
  const proof = page.getByText(shows).filter({ visible: true }).first()
  await proof.waitFor()
  // What is still loading is drawn as grey bars, ours and Medusa's.
  await page.waitForFunction("!document.querySelector('.animate-pulse')")
  if (scroll) {
    await proof.scrollIntoViewIfNeeded()
  }
  await page.evaluate("document.fonts.ready.then(() => undefined)")
  return page.screenshot({ animations: "disabled" })
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
