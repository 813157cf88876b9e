import { ApiKeyType, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import mirrorActivityWriteKeys, {
  config,
} from "../../../src/jobs/mirror-write-keys"
import { ACTIVITY_MODULE } from "../../../src/modules/activity"
import ActivityModuleService from "../../../src/modules/activity/service"
import { mirrorWriteKeys } from "../../../src/workflows/activity/mirror-write-keys"
import { createPublishableKey } from "../../helpers/actors"

jest.setTimeout(120_000)
process.env.MEDUSA_WORKER_MODE = "server"

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    const sourceOf = (token: string) =>
      getContainer()
        .resolve<ActivityModuleService>(ACTIVITY_MODULE)
        .findSource(token)
    const apiKeys = () => getContainer().resolve(Modules.API_KEY)
    const keyOf = async (token: string) => {
      const [key] = await apiKeys().listApiKeys({ token })
      return key
    }

    describe("the mirror of the publishable keys", () => {
      it("follows the shop: keys that are made, revoked, about to be, removed", async () => {
        const container = getContainer()
        const tokens = await Promise.all(
          [1, 2, 3, 4].map(
            async () => (await createPublishableKey(container)).key
          )
        )
        const [stays, revoked, ahead, removed] = await Promise.all(
          tokens.map(keyOf)
        )
        expect(await sourceOf(stays.token)).toBeNull()
        await mirrorActivityWriteKeys(container)
        for (const key of [stays, revoked, ahead, removed]) {
          expect(await sourceOf(key.token)).toBe(key.id)
        }
        expect(await sourceOf("pk_unknown")).toBeNull()

        await apiKeys().revoke(revoked.id, { revoked_by: "user_1" })
        await apiKeys().revoke(ahead.id, {
          revoked_by: "user_1",
          revoke_in: 3_600,
        })
        await apiKeys().revoke(removed.id, { revoked_by: "user_1" })
        await apiKeys().deleteApiKeys([removed.id])
        expect(await mirrorWriteKeys(container)).toBe(3)
        expect(await sourceOf(stays.token)).toBe(stays.id)
        expect(await sourceOf(ahead.token)).toBe(ahead.id)
        expect(await sourceOf(revoked.token)).toBeNull()
        expect(await sourceOf(removed.token)).toBeNull()

        expect(await mirrorWriteKeys(container)).toBe(0)
      })

      it("leaves secret keys out, and is looked after often enough", async () => {
        const secret = await apiKeys().createApiKeys({
          title: "Back office",
          type: ApiKeyType.SECRET,
          created_by: "user_1",
        })
        await mirrorActivityWriteKeys(getContainer())
        expect(await sourceOf(secret.token)).toBeNull()
        // With the half minute that an answer is believed: within a minute.
        expect(config.schedule.interval).toBeLessThanOrEqual(15_000)
      })
    })
  },
})
