/**
 * Feature flags of PostHog's clients: none, in the shape of the version `v`;
 * with `config=true` the settings come along.
 */
export { serveCollect as OPTIONS, serveCollect as POST } from "../serve"
