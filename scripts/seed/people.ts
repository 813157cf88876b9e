import {
  createCustomerAccountWorkflow,
  createUserAccountWorkflow,
} from "@medusajs/medusa/core-flows"
import { FeatureFlag, MedusaError, Modules } from "@medusajs/framework/utils"

import type { SeedContext } from "./context"
import { DEMO_ADMIN, DEMO_CUSTOMER } from "./demo-people"

const PROVIDER = "emailpass"
/** Medusa's role with every permission, made by its migration. */
const SUPER_ADMIN = "role_super_admin"

/** The owner, who logs in to the dashboard, and a customer with an account. */
export async function seedPeople(context: SeedContext): Promise<void> {
  await seedOwner(context)
  await seedCustomer(context)
}

async function seedOwner(context: SeedContext): Promise<void> {
  const { data: users } = await context.query.graph({
    entity: "user",
    fields: ["id"],
    filters: { email: DEMO_ADMIN.email },
  })
  if (users.length) {
    return
  }
  const rbac = FeatureFlag.isFeatureEnabled("rbac")
  await createUserAccountWorkflow(context.container).run({
    input: {
      authIdentityId: await identityFor(context, DEMO_ADMIN),
      userData: {
        email: DEMO_ADMIN.email,
        first_name: "Olivia",
        last_name: "Owner",
        ...(rbac ? { roles: [SUPER_ADMIN] } : {}),
      },
    },
  })
}

async function seedCustomer(context: SeedContext): Promise<void> {
  const { password: _, ...customerData } = DEMO_CUSTOMER
  const { data: customers } = await context.query.graph({
    entity: "customer",
    fields: ["id"],
    filters: { email: DEMO_CUSTOMER.email, has_account: true },
  })
  if (customers.length) {
    return
  }
  await createCustomerAccountWorkflow(context.container).run({
    input: {
      authIdentityId: await identityFor(context, DEMO_CUSTOMER),
      customerData,
    },
  })
}

/** Registers an e-mail with its password, or finds it from a seed cut short. */
async function identityFor(
  { container }: SeedContext,
  { email, password }: { email: string; password: string }
): Promise<string> {
  const auth = container.resolve(Modules.AUTH)
  const [known] = await auth.listAuthIdentities({
    provider_identities: { entity_id: email, provider: PROVIDER },
  })
  if (known) {
    return known.id
  }
  const { authIdentity, error } = await auth.register(PROVIDER, {
    url: "",
    headers: {},
    query: {},
    protocol: "http",
    body: { email, password },
  })
  if (!authIdentity) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The demo log-in ${email} could not be registered: ${error}`
    )
  }
  return authIdentity.id
}
