import { randomUUID } from "node:crypto"

import { type Headers, PASSWORD, signIn } from "../../helpers/actors"
import type { HttpClient } from "../../helpers/http-client"

/**
 * Invites a dashboard user, lets her accept and logs her in.
 *
 * @param roles - ids of RBAC roles; none when left out
 */
export async function inviteUser(
  api: HttpClient,
  owner: { headers: Headers },
  roles?: string[]
): Promise<{ headers: Headers }> {
  const email = `colleague-${randomUUID()}@example.com`
  const { data } = await api.post<{ invite: { token: string } }>(
    "/admin/invites",
    { email, ...(roles ? { roles } : {}) },
    owner
  )
  const registered = await api.post<{ token: string }>(
    "/auth/user/emailpass/register",
    { email, password: PASSWORD }
  )
  await api.post(
    `/admin/invites/accept?token=${data.invite.token}`,
    { email },
    { headers: { authorization: `Bearer ${registered.data.token}` } }
  )
  return { headers: await signIn(api, "user", { email, password: PASSWORD }) }
}
