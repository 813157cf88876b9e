/** Scripts of a pinned version that posthog-js loads for features that are off here: empty ones. */
export { serveCollect as GET, serveCollect as OPTIONS } from "../../../serve"
