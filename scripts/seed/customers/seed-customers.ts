import type { SeedContext } from "../context"
import { demoKey } from "../random/demo-key"
import { randomFor } from "../random/random"
import { inTransaction } from "../sql/transaction"
import type { DemoCustomer } from "./draw-customers"

const DAY_MS = 86_400_000

/**
 * Writes the customers and the addresses of those with an account. Who is there
 * already stays as found; nobody but the demo's customer gets a password.
 *
 * @param now - the day the shop is seeded; customers came that many days before
 * @returns ids by e-mail
 */
export async function seedCustomers(
  { container }: SeedContext,
  customers: readonly DemoCustomer[],
  now: Date
): Promise<Map<string, string>> {
  const rows = JSON.stringify(customers.map((customer) => toRow(customer, now)))
  return inTransaction(container, async (sql) => {
    await sql(
      `insert into customer (id, first_name, last_name, email, phone, has_account, created_at, updated_at)
       select 'cus_' || key, first_name, last_name, email, phone, has_account, created_at, created_at
         from jsonb_to_recordset(?::jsonb) as drawn(key text, first_name text,
              last_name text, email text, phone text, has_account boolean,
              created_at timestamptz)
        where not exists (select 1 from customer
                           where customer.email = drawn.email and deleted_at is null)`,
      [rows]
    )
    await sql(
      `insert into customer_address (id, customer_id, is_default_shipping, is_default_billing,
              first_name, last_name, phone, address_1, address_2, city, province,
              postal_code, country_code, metadata, created_at, updated_at)
       select 'cuaddr_' || key, customer.id, true, true,
              drawn.first_name, drawn.last_name, drawn.phone, address_1, address_2,
              city, province, postal_code, country_code, drawn.metadata,
              drawn.created_at, drawn.created_at
         from jsonb_to_recordset(?::jsonb) as drawn(key text, first_name text,
              last_name text, email text, phone text, has_account boolean,
              created_at timestamptz, address_1 text, address_2 text, city text,
              province text, postal_code text, country_code text, metadata jsonb)
         join customer on customer.email = drawn.email
                      and customer.has_account and customer.deleted_at is null
        where drawn.has_account
          and not exists (select 1 from customer_address
                           where customer_id = customer.id and deleted_at is null)`,
      [rows]
    )
    const found = await sql<{ email: string; id: string }>(
      `select email, id from customer
        where deleted_at is null
          and email in (select email from jsonb_to_recordset(?::jsonb) as drawn(email text))`,
      [rows]
    )
    return new Map(found.map(({ email, id }) => [email, id]))
  })
}

function toRow(
  {
    address,
    days_known,
    habit: _,
    district: _district,
    ...person
  }: DemoCustomer,
  now: Date
) {
  const created_at = new Date(now.getTime() - days_known * DAY_MS)
  created_at.setUTCHours(18, randomFor("minute", person.email).int(0, 59), 0, 0)
  return {
    key: demoKey(created_at, "customer", person.email),
    ...person,
    ...address,
    created_at,
  }
}
