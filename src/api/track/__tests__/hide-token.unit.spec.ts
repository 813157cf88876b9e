import { MedusaRequest } from "@medusajs/framework/http"

import { newToken } from "../../../lib/token"
import { takeToken } from "../hide-token"

describe("takeToken", () => {
  it("gives the token and takes it out of what the request log prints", () => {
    const token = newToken()
    const req: Pick<MedusaRequest, "params" | "originalUrl"> = {
      params: { token },
      originalUrl: `/track/${token}/state`,
    }
    expect(takeToken(req as MedusaRequest)).toBe(token)
    expect(req.originalUrl).toBe("/track/[token]/state")
  })
})
