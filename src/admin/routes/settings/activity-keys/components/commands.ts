import { backendUrl } from "../../../../lib/backend-url"

/** Stands where a secret goes that is not at hand. */
export const NO_SECRET = "csk_..."

/** Reads a page, in a terminal. */
export function readCommand(
  path: "events" | "facts",
  secret: string = NO_SECRET,
  query: string = ""
): string {
  return [
    `curl '${backendUrl()}/activity/v1/${path}${query}'`,
    `  -H 'Authorization: Bearer ${secret}'`,
  ].join(" \\\n")
}

/** Writes everything there is into a file, a line for each event. */
export function exportCommand(): string {
  return [
    readCommand("events"),
    "  -H 'Accept: application/x-ndjson' > events.ndjson",
  ].join(" \\\n")
}
