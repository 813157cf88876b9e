import { z } from "@medusajs/framework/zod"

import { looseObject } from "./readers"

const MAX_LENGTH = 300

const propertyError = looseObject({
  propertyName: z.string().nullish(),
  propertyError: z.string().nullish(),
})
const validationError = looseObject({
  propertyName: z.string().nullish(),
  errorMessage: z.string().nullish(),
})
const shapes = looseObject({
  message: z.string().nullish(),
  propertyErrors: z.array(propertyError).nullish(),
  errors: z.array(validationError).nullish(),
})

/**
 * The vendor's reason in one sentence. A 400 comes in five shapes: an object
 * with `message` and `propertyErrors`, a `ValidationResult` with `errors`,
 * plain text, nothing at all, and whatever else.
 *
 * @param body - the answer as it came
 * @returns at most 300 characters; null when there is nothing to say
 */
export function refusalText(body: string): string | null {
  const text = body.trim()
  if (!text) {
    return null
  }
  const parsed = shapes.safeParse(jsonOf(text))
  const said = parsed.success
    ? [
        parsed.data.message,
        ...(parsed.data.propertyErrors ?? []).map((each) =>
          labelled(each.propertyName, each.propertyError)
        ),
        ...(parsed.data.errors ?? []).map((each) =>
          labelled(each.propertyName, each.errorMessage)
        ),
      ].filter(Boolean)
    : []
  const sentence = said.length ? said.join("; ") : plain(text)
  return sentence ? sentence.slice(0, MAX_LENGTH) : null
}

const labelled = (
  name: string | null | undefined,
  text: string | null | undefined
) => [name, text].filter(Boolean).join(": ")

/** A page of HTML says nothing to the person at the counter. */
function plain(text: string): string | null {
  if (text.startsWith("<")) {
    return null
  }
  const json = jsonOf(text)
  return typeof json === "string" ? json : text
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
