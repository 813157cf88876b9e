import { pascalCase } from "../../shared/caseless"
import { json } from "../../shared/answer"
import type { Endpoint } from "../endpoint"
import { PER_MINUTE } from "../rate-limits"

const healthy = () => json({ result: true, message: null, data: null })

/** Who and whether: no role needed. */
export const SYSTEM: Endpoint[] = [
  {
    method: "GET",
    path: "/whoami",
    role: "any",
    perMinute: PER_MINUTE.high,
    handle: ({ state: { location }, switches }) =>
      json(
        switches.whoami_casing === "pascal" ? pascalCase(location) : location
      ),
  },
  {
    method: "GET",
    path: "/okcomputer",
    role: "none",
    perMinute: null,
    handle: healthy,
  },
  {
    method: "GET",
    path: "/health-check",
    role: "none",
    perMinute: null,
    handle: healthy,
  },
]
