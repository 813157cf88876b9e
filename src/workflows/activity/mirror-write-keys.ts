import { ApiKeyDTO, MedusaContainer } from "@medusajs/framework/types"
import { ApiKeyType, Modules } from "@medusajs/framework/utils"

import { WriteKey } from "../../modules/activity/domain/write-key"
import { activityService } from "./module"

/** Keys read at once. */
const PAGE = 500

/**
 * Brings the mirror of the publishable keys up to date, from which a collector
 * that runs alone knows them. Medusa tells nobody when a key is made or revoked,
 * so all of them are compared. Processes take turns: an older reading never
 * replaces a newer one.
 *
 * @returns how many entries of the mirror were not right
 */
export async function mirrorWriteKeys(
  container: MedusaContainer
): Promise<number> {
  const locking = container.resolve(Modules.LOCKING)
  return locking.execute("cornerstore:mirror-write-keys", async () =>
    activityService(container).mirrorWriteKeys(await publishableKeys(container))
  )
}

async function publishableKeys(
  container: MedusaContainer
): Promise<WriteKey[]> {
  const apiKeys = container.resolve(Modules.API_KEY)
  const keys: WriteKey[] = []
  for (;;) {
    const page = await apiKeys.listApiKeys(
      { type: ApiKeyType.PUBLISHABLE },
      {
        select: ["id", "token", "revoked_at"],
        order: { id: "ASC" },
        skip: keys.length,
        take: PAGE,
      }
    )
    keys.push(...page.map(toWriteKey))
    if (page.length < PAGE) {
      return keys
    }
  }
}

function toWriteKey({ id, token, revoked_at }: ApiKeyDTO): WriteKey {
  return {
    token,
    source_id: id,
    revoked_at: revoked_at ? new Date(revoked_at) : null,
  }
}
