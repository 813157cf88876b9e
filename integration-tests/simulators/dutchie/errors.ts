import { type Answer, empty, json, text } from "../shared/answer"
import type { ErrorShape } from "../shared/faults"

/**
 * The shapes of an error. Source: https://api.pos.dutchie.com/pages/error-handling.html
 * and the responses of each operation in the OpenAPI description.
 */

export type PropertyError = { propertyName: string; propertyError: string }

/** `BadRequestResponse`: submit, customers, paginated lists. */
export function badRequest(
  message: string,
  propertyErrors: PropertyError[] | null = null
): Answer {
  return json({ message, propertyErrors }, 400)
}

/** Plain text: `/preorder/price-cart`. */
export function badRequestText(message: string): Answer {
  return text(message, 400)
}

/** No body: cancel, update, Status. */
export function badRequestEmpty(): Answer {
  return empty(400)
}

/** `ValidationResult`: reporting and deliveries. */
export function validationResult(
  errors: {
    propertyName: string
    errorMessage: string
    attemptedValue?: unknown
  }[]
): Answer {
  return json(
    {
      isValid: false,
      errors: errors.map(({ attemptedValue = null, ...error }) => ({
        ...error,
        attemptedValue,
        errorCode: "PredicateValidator",
        severity: 0,
      })),
      ruleSetsExecuted: ["default"],
    },
    400
  )
}

/** The fifth shape, which the guide says varies: what ASP.NET answers by itself. */
export function problem(status: number, detail: string): Answer {
  return {
    status,
    contentType: "application/problem+json; charset=utf-8",
    body: {
      type: `https://httpstatuses.com/${status}`,
      title: "One or more validation errors occurred.",
      status,
      traceId: TRACE_ID,
      errors: { $: [detail] },
    },
  }
}

/** 401 has no body, documented. */
export const unauthorized = (): Answer => empty(401)
/** Documented text. */
export const forbidden = (): Answer => text("Account not authorized", 403)

const TRACE_ID = "0HM2AFJV13H6F:00000001"

/** Documented text, in PascalCase. */
export function tooManyRequests(
  perMinute: number,
  headers: Record<string, string> = {}
): Answer {
  return {
    ...json(
      {
        Message: `Too many requests - only ${perMinute} per minute allowed`,
        TraceId: TRACE_ID,
      },
      429
    ),
    headers,
  }
}

/** The body that Dutchie usually has for a status. */
export function errorOf(status: number, shape?: ErrorShape): Answer {
  switch (shape) {
    case "empty":
      return empty(status)
    case "text":
      return text("The request could not be worked on.", status)
    case "bad_request":
      return { ...badRequest("The request could not be worked on."), status }
    case "validation":
      return {
        ...validationResult([
          { propertyName: "Request", errorMessage: "is not valid" },
        ]),
        status,
      }
    case "problem":
      return problem(status, "is not valid")
    case undefined:
      return usual(status)
  }
}

function usual(status: number): Answer {
  switch (status) {
    case 400:
      return badRequest("The request could not be worked on.")
    case 403:
      return forbidden()
    case 429:
      return tooManyRequests(120)
    case 500:
      return text("An unexpected error occurred", 500)
    case 503:
      return text("Temporarily disabled (kill switch).", 503)
    default:
      return empty(status)
  }
}
