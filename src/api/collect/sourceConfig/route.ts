/** What `@rudderstack/analytics-js` asks for before it sends anything. */
export { serveCollect as GET, serveCollect as OPTIONS } from "../serve"
