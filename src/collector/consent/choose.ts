import { IncomingHttpHeaders, IncomingMessage } from "node:http"

import { z } from "@medusajs/framework/zod"

import { sendsGlobalPrivacyControl } from "../../modules/activity/domain/consent-signals"
import { Answer, refuse } from "../answers"
import { BodyProblem, parseJson, readBody } from "../body"
import { Share } from "../budget"
import { LIMITS } from "../limits"
import { identifier } from "../wire"
import { writeKeyIn, writeKeyOf } from "../write-key"

/** Where visitors' choices go. */
export type ChoiceStore = {
  /**
   * Keeps what was chosen in a browser.
   *
   * @returns whether its events may be kept now
   */
  recordVisitorChoice(choice: {
    anonymous_id: string
    analytics: boolean
    text_version: string | null
  }): Promise<boolean>
}

/** What the call needs of its surroundings. */
export type ChoiceContext = {
  choices: ChoiceStore
  findSource(writeKey: string): Promise<string | null>
}

/** Body of `POST /v1/consent`. */
const choiceSchema = z.object({
  anonymousId: identifier.pipe(z.string().max(LIMITS.idLength)),
  analytics: z.enum(["granted", "denied"]),
  version: identifier.pipe(z.string().max(100).nullable()),
})

/**
 * Keeps what a visitor chose whom nobody knows: `POST /v1/consent
 * { anonymousId, analytics: "granted" | "denied", version? }`, with a write key
 * like every call. To be honoured a no has to be remembered: the anonymous id and
 * the no are all that is. A browser that sends Global Privacy Control says no
 * whatever its page says.
 *
 * Answers `{ success: true, analytics }`: what holds from now on, which is a no
 * too where a customer who uses the browser said so. Saying the same again
 * changes nothing.
 *
 * @throws what the store throws; saying it again is safe
 */
export async function takeChoice(
  req: IncomingMessage,
  query: URLSearchParams,
  { choices, findSource }: ChoiceContext,
  share: Pick<Share, "holdBytes">
): Promise<Answer> {
  try {
    const json = parseJson(await readBody(req, share))
    const writeKey =
      writeKeyOf(req, query) ?? keyOfSdk(req.headers) ?? writeKeyIn(json)
    if (!writeKey || !(await findSource(writeKey))) {
      return refuse(401, "The write key is not known")
    }
    const choice = choiceSchema.safeParse(json)
    if (!choice.success) {
      return refuse(
        400,
        "A choice is { anonymousId, analytics: granted or denied, version? }"
      )
    }
    const { anonymousId, analytics, version } = choice.data
    const isKept = await choices.recordVisitorChoice({
      anonymous_id: anonymousId,
      analytics:
        analytics === "granted" && !sendsGlobalPrivacyControl(req.headers),
      text_version: version,
    })
    return {
      status: 200,
      body: { success: true, analytics: isKept ? "granted" : "denied" },
    }
  } catch (error) {
    if (error instanceof BodyProblem) {
      return refuse(error.status, error.message)
    }
    throw error
  }
}

/** js-sdk sends the same key with every request, in a header of Medusa's. */
function keyOfSdk(headers: IncomingHttpHeaders): string | null {
  const key = headers["x-publishable-api-key"]
  return typeof key === "string" && key ? key : null
}
