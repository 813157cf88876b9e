import { MiddlewareRoute } from "@medusajs/framework/http"

import { validateQuery } from "../../validate-query"
import { admit } from "./admit"
import { GetReaderEvents, GetReaderFacts } from "./validators"

/** Outside `/admin` and `/store`: neither Medusa's keys nor CORS apply. */
export const activityReaderMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/activity/v1/events",
    middlewares: [admit("events:read"), validateQuery(GetReaderEvents)],
  },
  {
    methods: ["GET"],
    matcher: "/activity/v1/facts",
    middlewares: [admit("facts:read"), validateQuery(GetReaderFacts)],
  },
]
