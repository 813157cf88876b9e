/** Session recordings of posthog-js, which are thrown away: `{"status":1}`. */
export { serveCollect as OPTIONS, serveCollect as POST } from "../serve"
