/** What `@segment/analytics-next` asks for before it sends anything. */
export { serveCollect as GET, serveCollect as OPTIONS } from "../../../../serve"
