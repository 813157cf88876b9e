import { setTimeout as sleep } from "node:timers/promises"

import type { ServerResponse } from "node:http"

import {
  type Answer,
  encode,
  HTML_TYPE,
  JSON_TYPE,
  json,
  TEXT_TYPE,
} from "./answer"
import { pascalCase } from "./caseless"
import type { FaultAction } from "./faults"
import type { SimRequest } from "./request"
import type { LogEntry } from "./request-log"
import type { Simulator } from "./simulator"

const PROXY_PAGE =
  "<!doctype html><title>Please wait</title><h1>We are checking your browser</h1>"

/** Works on a request of the vendor's API, with the fault that waits for it. */
export async function deliver(
  simulator: Simulator,
  request: SimRequest,
  response: ServerResponse
): Promise<void> {
  const { method, path, body, headers } = request
  const entry = simulator.log.open({
    at: simulator.now().toISOString(),
    method,
    path,
    query: queryOf(request),
    headers,
    body,
  })
  const fault = simulator.faults.take(request)
  entry.fault = fault?.kind ?? null

  switch (fault?.kind) {
    case "hang":
      return
    case "reset":
      response.destroy()
      return
    case "status":
      send(response, entry, failure(simulator, fault))
      return
    case "delay":
      await sleep(fault.ms)
      break
  }
  const answer = simulator.handle(request)
  await simulator.save()
  switch (fault?.kind) {
    case "commit_then_timeout":
      return
    case "commit_then_reset":
      response.destroy()
      return
    case "commit_then_500":
      send(response, entry, simulator.error(500))
      return
    case "truncated": {
      const content = encode(answer) ?? ""
      const half = content.slice(0, Math.floor(content.length / 2))
      send(response, entry, { ...answer, body: half }, half)
      return
    }
    case "html":
      send(response, entry, {
        status: 200,
        body: PROXY_PAGE,
        contentType: HTML_TYPE,
      })
      return
    case "wrong_content_type":
      send(response, entry, { ...answer, contentType: TEXT_TYPE })
      return
    case "empty_array":
      send(response, entry, json([]))
      return
    case "pascal_case":
      send(response, entry, { ...answer, body: pascalCase(answer.body) })
      return
    default:
      send(response, entry, answer)
  }
}

function failure(
  simulator: Simulator,
  fault: Extract<FaultAction, { kind: "status" }>
): Answer {
  const answer = simulator.error(fault.status, fault.shape)
  if (fault.retry_after === undefined) {
    return answer
  }
  const value =
    typeof fault.retry_after === "number"
      ? String(fault.retry_after)
      : new Date(
          simulator.now().getTime() + fault.retry_after.date_in * 1000
        ).toUTCString()
  return { ...answer, headers: { ...answer.headers, "retry-after": value } }
}

function send(
  response: ServerResponse,
  entry: LogEntry,
  answer: Answer,
  content = encode(answer)
): void {
  write(response, answer, content)
  entry.status = answer.status
  entry.answer = content?.slice(0, 20_000) ?? null
}

/** Sends an answer, with no `content-type` where there is no body. */
export function write(
  response: ServerResponse,
  answer: Answer,
  content = encode(answer)
): void {
  response.writeHead(answer.status, {
    ...answer.headers,
    "content-length": Buffer.byteLength(content ?? ""),
    ...(content === undefined
      ? {}
      : { "content-type": answer.contentType ?? JSON_TYPE }),
  })
  response.end(content)
}

function queryOf({ query }: SimRequest): string {
  return [...query]
    .flatMap(([name, values]) => values.map((value) => `${name}=${value}`))
    .join("&")
}
