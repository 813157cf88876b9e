import { randomUUID } from "node:crypto"

import type {
  CustomerDTO,
  MedusaContainer,
  UserDTO,
} from "@medusajs/framework/types"
import {
  ApiKeyType,
  FeatureFlag,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createUsersWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  setAuthAppMetadataWorkflow,
} from "@medusajs/medusa/core-flows"

import type { HttpClient } from "./http-client"

export type Headers = Record<string, string>

/** Everybody's password. */
export const PASSWORD = "supersecret"

/**
 * Makes a dashboard user who can log in. With RBAC on she is a super admin
 * unless other roles are named.
 *
 * @param container - of the shop under test
 * @param options.roles - ids of RBAC roles; `[]` for a user who may do nothing
 */
export async function createAdmin(
  container: MedusaContainer,
  options: { email?: string; first_name?: string; roles?: string[] } = {}
): Promise<{ user: UserDTO; email: string; password: string }> {
  const email = options.email ?? `admin-${randomUUID()}@example.com`
  const roles =
    options.roles ??
    (FeatureFlag.isFeatureEnabled("rbac") ? ["role_super_admin"] : [])
  const { result } = await createUsersWorkflow(container).run({
    input: { users: [{ email, first_name: options.first_name, roles }] },
  })
  const user = only(result, `user ${email}`)

  const auth = container.resolve(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", {
    body: { email, password: PASSWORD },
  })
  if (!authIdentity) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `No login for ${email}: ${error}`
    )
  }
  await setAuthAppMetadataWorkflow(container).run({
    input: {
      authIdentityId: authIdentity.id,
      actorType: "user",
      value: user.id,
    },
  })
  return { user, email, password: PASSWORD }
}

/**
 * Logs in over HTTP.
 *
 * @param actor - `user` for the dashboard, `customer` for the store
 * @returns the header for further requests
 */
export async function signIn(
  api: HttpClient,
  actor: "user" | "customer",
  login: { email: string; password: string }
): Promise<Headers> {
  const { data } = await api.post<{ token: string }>(
    `/auth/${actor}/emailpass`,
    { email: login.email, password: login.password }
  )
  return bearer(data.token)
}

/** Makes a dashboard user and logs her in. */
export async function signedInAdmin(
  container: MedusaContainer,
  api: HttpClient,
  options: Parameters<typeof createAdmin>[1] = {}
): Promise<{ user: UserDTO; email: string; headers: Headers }> {
  const { user, email, password } = await createAdmin(container, options)
  return {
    user,
    email,
    headers: await signIn(api, "user", { email, password }),
  }
}

/**
 * Makes a publishable key for sales channels.
 *
 * @returns the key and the header that every `/store` request needs
 */
export async function createPublishableKey(
  container: MedusaContainer,
  salesChannelIds: string[] = []
): Promise<{ id: string; key: string; headers: Headers }> {
  const { result } = await createApiKeysWorkflow(container).run({
    input: {
      api_keys: [
        { title: "Test store", type: ApiKeyType.PUBLISHABLE, created_by: "" },
      ],
    },
  })
  const { id, token } = only(result, "publishable key")
  if (salesChannelIds.length > 0) {
    await linkSalesChannelsToApiKeyWorkflow(container).run({
      input: { id, add: salesChannelIds },
    })
  }
  return { id, key: token, headers: { "x-publishable-api-key": token } }
}

/**
 * Registers a customer as a storefront does and logs her in.
 *
 * @param store - header with the publishable key
 * @returns headers that hold the publishable key and her token
 */
export async function registerCustomer(
  api: HttpClient,
  store: Headers,
  profile: { email?: string; first_name?: string; last_name?: string } = {}
): Promise<{
  customer: Pick<CustomerDTO, "id" | "email">
  headers: Headers
}> {
  const email = profile.email ?? `customer-${randomUUID()}@example.com`
  const login = { email, password: PASSWORD }
  const registered = await api.post<{ token: string }>(
    "/auth/customer/emailpass/register",
    login
  )
  const { data } = await api.post<{
    customer: Pick<CustomerDTO, "id" | "email">
  }>(
    "/store/customers",
    { first_name: "Ada", last_name: "Buyer", ...profile, email },
    { headers: { ...store, ...bearer(registered.data.token) } }
  )
  return {
    customer: data.customer,
    headers: { ...store, ...(await signIn(api, "customer", login)) },
  }
}

function bearer(token: string): Headers {
  return { authorization: `Bearer ${token}` }
}

function only<T>(items: T[], what: string): T {
  const [item] = items
  if (item === undefined) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Medusa made no ${what}`
    )
  }
  return item
}
