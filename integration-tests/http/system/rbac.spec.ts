import { readFileSync } from "node:fs"
import path from "node:path"

import { MedusaContainer } from "@medusajs/framework/types"
import { FeatureFlag, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { Headers, signedInAdmin } from "../../helpers/actors"
import { HttpClient } from "../../helpers/http-client"

jest.setTimeout(120_000)

const REQUESTS = [
  ["GET", "/admin/system/health"],
  ["GET", "/admin/system/outbox"],
  ["POST", "/admin/system/outbox/outbox_none/replay"],
  ["POST", "/admin/system/reconcile"],
  ["GET", "/admin/audit-entries"],
] as const

/** Every admin operation of ours, from the description that a check keeps true. */
function describedRequests(): [method: string, path: string][] {
  const file = path.resolve(__dirname, "../../../docs/openapi.json")
  const { paths } = JSON.parse(readFileSync(file, "utf8")) as {
    paths: Record<string, Record<string, unknown>>
  }
  return Object.entries(paths)
    .filter(([route]) => route.startsWith("/admin/"))
    .flatMap(([route, operations]) =>
      Object.keys(operations)
        .filter((key) => ["get", "post", "delete"].includes(key))
        .map((method): [string, string] => [
          method.toUpperCase(),
          route.replace(/\{\w+\}/g, "none"),
        ])
    )
}

// `defineConfig` asks before the runner has read the flag from the environment.
FeatureFlag.setFlag("rbac", true)

medusaIntegrationTestRunner({
  inApp: true,
  env: { MEDUSA_FF_RBAC: "true" },
  testSuite: ({ api, getContainer }) => {
    describe("with role-based access control", () => {
      const http: HttpClient = api

      /** Status per request, in the order of `REQUESTS`. */
      const statuses = async (headers: Headers) => {
        const seen: number[] = []
        for (const [method, path] of REQUESTS) {
          seen.push(await statusOf(http, method, path, headers))
        }
        return seen
      }
      const login = async (roles?: string[]) =>
        (await signedInAdmin(getContainer(), http, { roles })).headers

      it("lets the super admin do everything", async () => {
        expect(await statuses(await login())).toEqual([200, 200, 404, 200, 200])
      })

      it("lets a user without roles do nothing", async () => {
        expect(await statuses(await login([]))).toEqual(REQUESTS.map(() => 403))
      })

      it("guards each of our admin routes with a policy", async () => {
        const requests = describedRequests()
        expect(requests.length).toBeGreaterThan(40)
        const headers = await login([])
        const open: string[] = []
        for (const [method, route] of requests) {
          const status = await statusOf(http, method, route, headers)
          if (status !== 403) {
            open.push(`${method} ${route}: ${status}`)
          }
        }
        expect(open).toEqual([])
      })

      it("keeps reading and changing, system and audit apart", async () => {
        const reader = await roleWith(getContainer(), ["system:read"])
        expect(await statuses(await login([reader]))).toEqual([
          200, 200, 403, 403, 403,
        ])
        const auditor = await roleWith(getContainer(), ["audit_entry:read"])
        expect(await statuses(await login([auditor]))).toEqual([
          403, 403, 403, 403, 200,
        ])
      })
    })
  },
})

async function statusOf(
  http: HttpClient,
  method: string,
  path: string,
  headers: Headers
): Promise<number> {
  try {
    const answer =
      method === "POST"
        ? await http.post(path, {}, { headers })
        : await (method === "GET" ? http.get : http.delete)(path, { headers })
    return answer.status
  } catch (error) {
    const { response } = error as { response: { status: number } }
    return response.status
  }
}

/** A role with the named policies, each `resource:operation`. */
async function roleWith(
  container: MedusaContainer,
  keys: string[]
): Promise<string> {
  const rbac = container.resolve(Modules.RBAC)
  const policies = await rbac.listRbacPolicies({ key: keys })
  expect(policies).toHaveLength(keys.length)
  const role = await rbac.createRbacRoles({ name: keys.join(" ") })
  await rbac.createRbacRolePolicies(
    policies.map(({ id }) => ({ role_id: role.id, policy_id: id }))
  )
  return role.id
}
