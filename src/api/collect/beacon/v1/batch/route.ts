/** RudderStack's batches by beacon, which carry their key in the query. */
export { serveCollect as OPTIONS, serveCollect as POST } from "../../../serve"
