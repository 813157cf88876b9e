import { Answer } from "../answers"
import { configScript, decision, noFlags, REMOTE_CONFIG } from "./answers"
import { PosthogPath } from "./paths"

/** What a client of PostHog asks for beside handing over its events. */
export type PosthogQuestion = Exclude<PosthogPath, { ask: "capture" }>

/**
 * Answers what needs nothing but the question. Recordings are thrown away as
 * they come; an extension is an empty script, so that nothing fails to load.
 */
export function respondToPosthog(
  path: PosthogQuestion,
  query: URLSearchParams
): Answer {
  switch (path.ask) {
    case "config":
      return path.asScript
        ? { status: 200, script: configScript(path.writeKey) }
        : { status: 200, body: REMOTE_CONFIG }
    case "flags":
      return { status: 200, body: noFlags(query) }
    case "decide":
      return { status: 200, body: decision(query) }
    case "extension":
      return { status: 200, script: "" }
    case "recording":
      return { status: 200, body: { status: 1 } }
  }
}
