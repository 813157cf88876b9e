/** Flags and settings of PostHog's clients before `/flags`: none, in the shape of the version `v`. */
export { serveCollect as OPTIONS, serveCollect as POST } from "../serve"
