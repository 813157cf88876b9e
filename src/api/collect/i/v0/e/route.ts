/**
 * Events of PostHog's clients, by the address its proxies use.
 *
 * The write key is a publishable API key, as `api_key`, as `token` of an event or
 * of its properties, or in the query. The body is JSON, gzip of it without saying
 * so, or base64 of it as the form field `data`; one event, a list of events or
 * `{ api_key, batch, sent_at }`.
 *
 * Answers `{"status":1}` once the events are committed; 400 for what is no such
 * call, 401 for an unknown key, 413 above 500 KB, 503 with `Retry-After`.
 */
export {
  serveCollect as GET,
  serveCollect as OPTIONS,
  serveCollect as POST,
} from "../../../serve"
