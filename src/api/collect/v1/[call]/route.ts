/**
 * Event collection for the unmodified clients of Segment and RudderStack:
 * `identify`, `track`, `page`, `screen`, `group`, `alias`, `batch`, `import` and
 * their one-letter forms.
 *
 * The write key is a publishable API key, as user of Basic authentication, in
 * the query or in the body. Answers 200 once the events are committed; 400 for
 * what is no such call, 401 for an unknown key, 413 above 500 KB, 429 and 503
 * with `Retry-After`.
 */
export { serveCollect as OPTIONS, serveCollect as POST } from "../../serve"
