import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { readCalendarFeed } from "../../../workflows/delivery/read-calendar-feed"
import { takeToken } from "../../track/hide-token"

const ENDING = /\.ics$/

/**
 * The deliveries as a calendar (RFC 5545), for whoever has its secret link. The
 * file system's routes have no endings, so `.ics` is part of the parameter.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const file = takeToken(req)
  res.set({
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
  })
  const calendar = ENDING.test(file)
    ? await readCalendarFeed(file.replace(ENDING, ""), req.scope)
    : null
  if (!calendar) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is nothing here")
  }
  res.set({ "Cache-Control": "private, max-age=300", ETag: calendar.etag })
  if (isKnown(req.headers["if-none-match"], calendar.etag)) {
    res.status(304).end()
    return
  }
  res.set({
    "Content-Disposition": 'inline; filename="deliveries.ics"',
    "Content-Type": "text/calendar; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
  })
  res.send(calendar.body)
}

/** Compared as weak tags, RFC 9110 13.1.2; a proxy may have made ours strong. */
function isKnown(header: string | undefined, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "")
  return (header ?? "")
    .split(",")
    .some((tag) => tag.trim() === "*" || opaque(tag) === opaque(etag))
}
