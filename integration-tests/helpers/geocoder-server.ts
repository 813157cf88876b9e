import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import type { AddressInfo } from "node:net"

/** A place the server knows, found when its text is in the question. */
export type KnownAddress = {
  /** Part of the question, lower case, such as `24th street`. */
  text: string
  lat: number
  lng: number
  /** `street` and `town` are found, too, but are no exact place. */
  kind?: "house" | "street" | "town"
}

export type GeocoderServer = {
  url: string
  /** What was asked, in order: path with query, and headers. */
  asked: { url: URL; headers: IncomingMessage["headers"] }[]
  /** How it answers from now on. */
  mode: "answer" | "silent" | "error" | "nonsense" | "redirect"
  close(): Promise<void>
}

/** Half the side of the box around a place, in degrees. */
const EXTENTS = { house: 0.0002, street: 0.01, town: 0.1 }

/**
 * A geocoder in both dialects, written from their public documentation:
 * Nominatim's `/search` (`format=jsonv2`) and Google's `/maps/api/geocode/json`.
 *
 * @param apiKey - Google's dialect answers nobody without it
 */
export async function startGeocoder(
  places: readonly KnownAddress[],
  apiKey = "AIza-test-key-000000-4242"
): Promise<GeocoderServer> {
  const state: Pick<GeocoderServer, "asked" | "mode"> = {
    asked: [],
    mode: "answer",
  }
  const server = createServer((req, res) => {
    const url = new URL(req.url ?? "/", "http://localhost")
    state.asked.push({ url, headers: req.headers })
    if (state.mode === "silent") {
      return
    }
    if (state.mode === "error") {
      return sendJson(res, 500, { error: "out of order" })
    }
    if (state.mode === "nonsense") {
      res.writeHead(200, { "content-type": "text/html" })
      return res.end("<html>Bienvenue</html>")
    }
    if (state.mode === "redirect") {
      res.writeHead(302, { location: "http://127.0.0.1:1/elsewhere" })
      return res.end()
    }
    if (url.pathname === "/search") {
      return nominatim(res, find(places, url.searchParams.get("q")))
    }
    if (url.pathname === "/maps/api/geocode/json") {
      return url.searchParams.get("key") === apiKey
        ? google(res, find(places, url.searchParams.get("address")))
        : sendJson(res, 200, {
            error_message: "The provided API key is invalid.",
            results: [],
            status: "REQUEST_DENIED",
          })
    }
    return sendJson(res, 404, "not found")
  })
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve())
  )
  const { port } = server.address() as AddressInfo
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}

const find = (
  places: readonly KnownAddress[],
  question: string | null
): KnownAddress | undefined =>
  places.find(({ text }) => question?.toLowerCase().includes(text))

function boxOf({ lat, lng, kind = "house" }: KnownAddress) {
  const half = EXTENTS[kind]
  return {
    south: lat - half,
    north: lat + half,
    west: lng - half,
    east: lng + half,
  }
}

function nominatim(res: ServerResponse, place: KnownAddress | undefined): void {
  if (!place) {
    return sendJson(res, 200, [])
  }
  const { south, north, west, east } = boxOf(place)
  const kind = place.kind ?? "house"
  sendJson(res, 200, [
    {
      place_id: 310_571_829,
      licence: "Data © OpenStreetMap contributors, ODbL 1.0",
      osm_type: "way",
      osm_id: 132_605_892,
      lat: String(place.lat),
      lon: String(place.lng),
      category: { house: "building", street: "highway", town: "boundary" }[
        kind
      ],
      type: { house: "yes", street: "residential", town: "administrative" }[
        kind
      ],
      place_rank: { house: 30, street: 26, town: 16 }[kind],
      importance: 0.0000999,
      addresstype: kind,
      name: "",
      display_name: `${place.text}, San Francisco, California, United States`,
      boundingbox: [south, north, west, east].map(String),
    },
  ])
}

function google(res: ServerResponse, place: KnownAddress | undefined): void {
  if (!place) {
    return sendJson(res, 200, { results: [], status: "ZERO_RESULTS" })
  }
  const { south, north, west, east } = boxOf(place)
  const kind = place.kind ?? "house"
  const box = {
    northeast: { lat: north, lng: east },
    southwest: { lat: south, lng: west },
  }
  sendJson(res, 200, {
    results: [
      {
        address_components: [],
        formatted_address: `${place.text}, San Francisco, CA, USA`,
        geometry: {
          ...(kind === "house" ? {} : { bounds: box }),
          location: { lat: place.lat, lng: place.lng },
          location_type: {
            house: "ROOFTOP",
            street: "GEOMETRIC_CENTER",
            town: "APPROXIMATE",
          }[kind],
          viewport: box,
        },
        place_id: "ChIJd8BlQ2BZwokRAFUEcm_qrcA",
        types: [kind === "house" ? "street_address" : "route"],
      },
    ],
    status: "OK",
  })
}

function sendJson(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { "content-type": "application/json" })
  res.end(JSON.stringify(body))
}
