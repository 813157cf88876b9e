import type { TrackingClient, TrackingState } from "../../sdk/types"
import { createStopwatch, type Stopwatch } from "./dwell"
import { isVisible } from "./navigation"
import { createOutbox } from "./outbox"
import { post } from "./post"
import type { Settings } from "./settings"
import { withoutSecrets } from "./source"
import { randomId, type Visitor } from "./visitor"

type Properties = Record<string, unknown>

/** Something that is looked at. */
type View = {
  /** What its message holds beside the properties. */
  fields: Properties
  properties: Properties
  /** Id of that message; null when it was only counted. */
  id: string | null
  watch: Stopwatch
}
type Kind = "Page" | "Product"

/** What the page it runs on tells the client. */
export type PageEvents = {
  /** Another page is shown. */
  navigated(): void
  /** It is shown or hidden; hidden may be its end. */
  turned(isSeen: boolean): void
  /** What is known of the visitor has changed. */
  announce(): void
}

/** How long an application may take to give a new page its title, in ms. */
const TITLE_MS = 50

/** What a site calls, and what the snippet calls by itself. */
export function createClient(
  { collector, writeKey, searchParameter }: Settings,
  visitor: Visitor
): { client: TrackingClient; events: PageEvents } {
  const listeners: ((state: TrackingState) => void)[] = []
  const views = new Map<Kind, View>()
  let coming: ReturnType<typeof setTimeout> | undefined
  let referrer = document.referrer
  let searched: string | undefined

  const here = () => {
    const { href, pathname, search } = new URL(withoutSecrets(location.href))
    return {
      path: pathname,
      referrer: referrer && withoutSecrets(referrer),
      search,
      title: document.title,
      url: href,
    }
  }
  /** Where the visitor is, as `context.page` has it. */
  let place = here()

  const outbox = createOutbox(visitor.box, {
    clock: Date.now,
    send: (messages) =>
      post(
        `${collector}v1/batch`,
        `{"writeKey":"${writeKey}","batch":[${messages.join()}],"sentAt":"${now()}"}`
      ),
  })

  /**
   * Puts a message on its way. Without consent it says that something happened
   * and nothing else.
   *
   * @param fields - type and name
   * @returns its id; null without consent
   */
  const tell = (fields: Properties, more: Properties): string | null => {
    const messageId = randomId()
    const anonymousId = visitor.id()
    const analytics_storage = visitor.consent()
    const consent = analytics_storage ? { analytics_storage } : undefined
    const message = { messageId, timestamp: now() }
    if (!anonymousId) {
      const { type, event } = fields
      outbox.add({ ...message, type, event, context: { consent } })
      return null
    }
    outbox.add({
      ...message,
      ...fields,
      ...more,
      anonymousId,
      userId: visitor.userId() ?? undefined,
      context: {
        ...visitor.visit(),
        consent,
        library: { name: "cornerstore", version: "1" },
        locale: navigator.language,
        timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        userAgent: navigator.userAgent,
        page: place,
      },
    })
    return messageId
  }
  const tellTrack = (event: string, properties: Properties) =>
    tell({ type: "track", event }, { properties })

  const begin = (kind: Kind, fields: Properties, properties: Properties) => {
    const watch = createStopwatch(() => performance.now())
    if (isVisible()) {
      watch.run()
    }
    const id = tell(fields, { properties })
    views.set(kind, { fields, properties, id, watch })
  }

  /** Parts of a view's dwell add up: they bear its id. */
  const tellDwell = ({ properties, id, watch }: View, kind: Kind) => {
    const dwell_seconds = id && visitor.id() && watch.take()
    if (dwell_seconds) {
      const { path, product_id } = properties
      tellTrack(`${kind} Dwell Recorded`, {
        path,
        product_id,
        view_id: id,
        dwell_seconds,
      })
    }
  }
  const endAll = () => {
    views.forEach(tellDwell)
    views.clear()
  }

  /** A page that is awaited comes before what happens on it. */
  const settle = () => {
    if (coming) {
      client.page()
    }
  }

  const announce = () => listeners.forEach((each) => each(visitor.state()))

  const client: TrackingClient = {
    track(event, properties = {}) {
      settle()
      tellTrack(event, properties)
    },

    page(name, properties) {
      clearTimeout(coming)
      coming = undefined
      endAll()
      place = here()
      begin("Page", { type: "page", name }, { ...place, ...properties })
      referrer = location.href
      const query =
        searchParameter &&
        new URLSearchParams(location.search).get(searchParameter)
      // Who comes back to the findings has not searched again.
      if (query && query !== searched) {
        client.search((searched = query))
      }
    },

    product(product) {
      settle()
      const former = views.get("Product")
      if (former) {
        tellDwell(former, "Product")
      }
      begin("Product", { type: "track", event: "Product Viewed" }, product)
    },

    search(query, properties) {
      client.track("Products Searched", { query, ...properties })
    },

    identify(customerId, traits) {
      visitor.claim(customerId)
      if (visitor.id()) {
        tell({ type: "identify" }, { traits })
      }
    },

    consent(choice, version) {
      const { optedOut, choice: former, visitorId } = visitor.state()
      if (optedOut || former === choice) {
        return
      }
      visitor.choose(choice)
      const anonymousId = visitor.id() ?? visitorId
      if (anonymousId) {
        // For what else the shop learns of this visitor.
        void post(
          `${collector}v1/consent`,
          JSON.stringify({ writeKey, anonymousId, analytics: choice, version })
        )
      }
      if (visitor.id() && !visitorId) {
        // What is looked at when consent is given belongs to it.
        const userId = visitor.userId()
        if (userId) {
          client.identify(userId)
        }
        views.forEach(({ fields, properties }, kind) =>
          begin(kind, fields, properties)
        )
      }
      announce()
    },

    reset() {
      endAll()
      visitor.leave()
      announce()
    },

    subscribe(listener) {
      listeners.push(listener)
      listener(visitor.state())
    },
  }

  const events: PageEvents = {
    announce,

    navigated() {
      endAll()
      clearTimeout(coming)
      coming = setTimeout(() => client.page(), TITLE_MS)
    },

    turned(isSeen) {
      if (isSeen) {
        views.forEach(({ watch }) => watch.run())
        return
      }
      settle()
      views.forEach((view, kind) => {
        view.watch.pause()
        tellDwell(view, kind)
      })
      void outbox.flush()
    },
  }
  return { client, events }
}

const now = () => new Date().toISOString()
