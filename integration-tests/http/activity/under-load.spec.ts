import { FeatureFlag } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { createPublishableKey } from "../../helpers/actors"

jest.setTimeout(120_000)
process.env.MEDUSA_WORKER_MODE = "server"

// `defineConfig` asks before the runner has read the flag from the environment.
FeatureFlag.setFlag("rbac", true)

type Answer = {
  status: number
  retryAfter: number
  body: { stored?: number; duplicates?: number }
}

medusaIntegrationTestRunner({
  env: { MEDUSA_FF_RBAC: "true" },
  testSuite: ({ api, getContainer, dbConnection }) => {
    let writeKey: string

    beforeAll(async () => {
      writeKey = (await createPublishableKey(getContainer())).key
    })

    const track = async (messageId: string): Promise<Answer> => {
      const answer = await fetch(`${api.defaults.baseURL}/collect/v1/track`, {
        method: "POST",
        headers: {
          authorization: `Basic ${Buffer.from(`${writeKey}:`).toString("base64")}`,
        },
        body: JSON.stringify({
          event: "Product Viewed",
          anonymousId: "visitor-1",
          messageId,
        }),
      })
      return {
        status: answer.status,
        retryAfter: Number(answer.headers.get("retry-after")),
        body: (await answer.json()) as Answer["body"],
      }
    }
    const stored = async () => {
      const { rows } = await dbConnection.raw(
        `select count(*)::int as events,
                count(distinct message_id)::int as messages
           from activity.event`
      )
      return rows[0]
    }

    it("requests at the same time are each told of their own event", async () => {
      await track("first, which opens the connection")
      const ids = Array.from({ length: 200 }, (_, index) => `m${index % 150}`)
      const answers = await Promise.all(ids.map(track))
      expect(new Set(answers.map(({ status }) => status))).toEqual(
        new Set([200])
      )
      const told = (what: "stored" | "duplicates") =>
        answers.reduce((sum, { body }) => sum + (body[what] ?? 0), 0)
      expect([told("stored"), told("duplicates")]).toEqual([150, 50])
      expect(await stored()).toEqual({ events: 151, messages: 151 })
    })

    it("a store that loses its connections again and again loses no event and doubles none", async () => {
      const cut = () =>
        dbConnection.raw(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = 'cornerstore-activity-store'
              and datname = current_database()`
        )
      const others: Answer[] = []
      let delivered = 0
      /** As the clients do: again under the same id until it is stored. */
      const deliver = async (messageId: string) => {
        for (;;) {
          const answer = await track(messageId)
          if (answer.status === 200) {
            return (delivered += 1)
          }
          others.push(answer)
        }
      }
      const ids = Array.from({ length: 300 }, (_, index) => `m${index}`)
      const sender = async () => {
        for (let id = ids.pop(); id; id = ids.pop()) {
          if ((await deliver(id)) % 10 === 0) {
            await cut()
          }
        }
      }
      await Promise.all(Array.from({ length: 8 }, sender))

      expect(others.length).toBeGreaterThan(0)
      for (const { status, retryAfter } of others) {
        expect(status).toBe(503)
        expect(retryAfter).toBeGreaterThan(0)
      }
      expect(await stored()).toEqual({ events: 300, messages: 300 })
    })
  },
})
