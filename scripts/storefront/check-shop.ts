import { SetupError } from "../postgres"
import type { StorefrontSettings } from "./settings"

/**
 * Asks the shop once what every page will ask, so that what is wrong is said
 * here and not in a browser's console.
 *
 * @throws SetupError with what to do
 */
export async function checkShop({
  shopUrl,
  publishableKey,
  port,
}: StorefrontSettings): Promise<void> {
  const origin = `http://localhost:${port}`
  const answer = await ask(shopUrl, publishableKey, origin)
  if (answer.status >= 500) {
    throw new SetupError(
      `The shop at ${shopUrl} answers with status ${answer.status}: see its own output.`
    )
  }
  if (!answer.ok) {
    throw new SetupError(
      `The shop at ${shopUrl} does not know this publishable key: give it one of its own (MEDUSA_PUBLISHABLE_KEY).`
    )
  }
  const allowed = answer.headers.get("access-control-allow-origin")
  if (allowed !== origin && allowed !== "*") {
    throw new SetupError(
      `The shop at ${shopUrl} lets no pages of ${origin} in: start it with STORE_CORS=${origin} and AUTH_CORS=${origin},${shopUrl}.`
    )
  }
}

async function ask(
  shopUrl: string,
  publishableKey: string,
  origin: string
): Promise<Response> {
  try {
    return await fetch(`${shopUrl}/store/regions?limit=1`, {
      headers: { "x-publishable-api-key": publishableKey, origin },
    })
  } catch (error) {
    throw new SetupError(
      `Nothing answers at ${shopUrl} (${reasonOf(error)}): start the shop with npm start, then run this again.`
    )
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return typeof cause === "object" && cause !== null && "code" in cause
    ? String(cause.code)
    : String(cause)
}
