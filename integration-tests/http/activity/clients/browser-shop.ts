import type { Browser, BrowserContext, Page } from "playwright-core"

import { launchChromium } from "../../../helpers/chromium"
import { waitFor } from "../../../helpers/wait-for"
import { BrowserClient, OtherOrigin, otherOrigin } from "../other-origin"
import { Database, StoredEvent, storedEvents } from "./stored-events"

/** A visitor's browser that no client takes for a machine. */
const VISITOR_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"

/** A page of a shop, with what its browser did on the way. */
export type Visit = {
  page: Page
  /** Runs a script in the page; waits for what it promises. */
  run(script: string): Promise<unknown>
  /** Paths of requests to the collector, without those the browser asks first with. */
  sent(): string[]
  /** Paths before which the browser asked whether it may. */
  asked(): string[]
  /** Hosts that are neither the shop's nor the collector's. */
  strangers(): string[]
  /** Errors of the page. */
  problems(): string[]
  /** Leaves as a visitor does: the page has a moment to say good-bye. */
  leave(): Promise<void>
}

/** Pages of another origin in one browser. */
export class BrowserShop {
  private browser: Browser | undefined
  private contexts: BrowserContext[] = []
  private origins: OtherOrigin[] = []

  constructor(
    private readonly base: string,
    private readonly database: Database
  ) {}

  async start(): Promise<void> {
    this.browser = await launchChromium()
  }

  async stop(): Promise<void> {
    await this.browser?.close()
  }

  /** Closes what a test has opened. */
  async clear(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()))
    await Promise.all(this.origins.map((origin) => origin.close()))
    this.contexts = []
    this.origins = []
  }

  /**
   * Opens a page that has loaded a client.
   *
   * @param setup - script that starts the client
   */
  async visit(client: BrowserClient, setup: string): Promise<Visit> {
    if (!this.browser) {
      throw new Error("Start the browser first")
    }
    const shop = await otherOrigin(client, setup)
    this.origins.push(shop)
    const context = await this.browser.newContext({ userAgent: VISITOR_AGENT })
    this.contexts.push(context)
    const page = await context.newPage()
    const visit = await this.watch(context, page, shop)
    await page.goto(`${shop.url}/cakes?utm_source=letter`)
    return visit
  }

  /** Waits until this many events are stored, and answers with all. */
  stored(count: number): Promise<StoredEvent[]> {
    return waitFor(`${count} events`, async () => {
      const events = await storedEvents(this.database)
      return events.length >= count ? events : null
    })
  }

  /** Waits for something that the browser does. */
  async until(what: string, isSo: () => boolean): Promise<void> {
    await waitFor(what, async () => (isSo() ? true : null))
  }

  /** Everything that leaves the page; nothing is intercepted. */
  private async watch(
    context: BrowserContext,
    page: Page,
    shop: OtherOrigin
  ): Promise<Visit> {
    const problems: string[] = []
    const urls: URL[] = []
    const preflights: URL[] = []
    page.on("pageerror", ({ message }) => problems.push(message))
    page.on("console", (message) => {
      if (message.type() === "error") {
        problems.push(message.text())
      }
    })
    const devtools = await context.newCDPSession(page)
    await devtools.send("Network.enable")
    devtools.on("Network.requestWillBeSent", ({ request, initiator }) => {
      const seen = initiator.type === "preflight" ? preflights : urls
      seen.push(new URL(request.url))
    })
    const { host } = new URL(this.base)
    const own = new Set([host, new URL(shop.url).host])
    const here = (each: URL) => each.host === host
    return {
      page,
      run: (script) => page.evaluate<unknown>(script),
      sent: () => urls.filter(here).map(({ pathname }) => pathname),
      asked: () => preflights.filter(here).map(({ pathname }) => pathname),
      strangers: () =>
        [...urls, ...preflights]
          .filter((each) => each.host && !own.has(each.host))
          .map((each) => each.host),
      problems: () => problems,
      leave: () => page.close({ runBeforeUnload: true }),
    }
  }
}
