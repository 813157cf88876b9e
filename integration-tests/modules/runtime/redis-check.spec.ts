import { redisCheck } from "../../../src/api/health/checks/redis"
import { runCheck } from "../../../src/api/health/checks/run-check"
import { useRedis } from "../../helpers/redis"

jest.setTimeout(60_000)

describe("the health of Redis", () => {
  const runtime = { lockState: "off" as const }

  it("is ok when it answers", async () => {
    const redis = await useRedis(3)
    try {
      expect(await runCheck(redisCheck(redis.url, runtime))).toEqual({
        name: "redis",
        status: "ok",
        latency_ms: expect.any(Number),
        message: "Answers",
      })
    } finally {
      await redis.close()
    }
  })

  it("is down, with the reason and without the address, when it does not", async () => {
    const url = "redis://user:secret@127.0.0.1:1"
    expect(await runCheck(redisCheck(url, runtime))).toEqual({
      name: "redis",
      status: "down",
      latency_ms: null,
      message: "Failed (ECONNREFUSED)",
    })
  })
})
