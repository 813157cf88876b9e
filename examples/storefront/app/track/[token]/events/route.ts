import { z } from "zod"

import { readSettings } from "@/lib/settings"

const tokenSchema = z.string().regex(/^[\w-]{8,200}$/)

/**
 * The shop's events of one delivery, passed on: EventSource needs either the
 * same origin or CORS, and the shop's tracker is for its own page.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> }
): Promise<Response> {
  const token = tokenSchema.safeParse((await params).token)
  if (!token.success) {
    return new Response(null, { status: 404 })
  }
  const { url } = await readSettings()
  const upstream = await fetch(`${url}/track/${token.data}/events`, {
    headers: { accept: "text/event-stream" },
    // The visitor's leaving ends both streams.
    signal: request.signal,
    cache: "no-store",
  })
  return new Response(upstream.body, {
    status: upstream.status,
    headers: {
      "content-type": upstream.headers.get("content-type") ?? "text/plain",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  })
}
