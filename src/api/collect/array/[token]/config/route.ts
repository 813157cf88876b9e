/**
 * What posthog-js asks for before anything else: no flags, recordings, surveys or
 * automatic capture, nothing to load. 401 for an unknown key.
 */
export { serveCollect as GET, serveCollect as OPTIONS } from "../../../serve"
