/** The settings of posthog-js as a script, which it tries first. 401 for an unknown key. */
export { serveCollect as GET, serveCollect as OPTIONS } from "../../../serve"
