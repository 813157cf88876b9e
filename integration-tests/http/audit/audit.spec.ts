import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  transform,
  WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { findActorNames } from "../../../src/api/admin/audit-entries/helpers"
import { Actor, systemActor } from "../../../src/lib/actor"
import { ListAuditResponse } from "../../../src/sdk/types"
import { recordAuditStep } from "../../../src/workflows/audit"
import { Headers, signedInAdmin } from "../../helpers/actors"
import { HttpClient, refusal } from "../../helpers/http-client"

jest.setTimeout(120_000)

type Input = { actor: Actor; ids: string[] }

const record = createWorkflow("record-some", (input: WorkflowData<Input>) => {
  recordSome(input)
})

const recordThenFail = createWorkflow(
  "record-then-fail",
  (input: WorkflowData<Input>) => {
    recordSome(input)
    createStep("fail-after-recording", async () => {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "on purpose")
    })()
  }
)

/** One step that records an entry per id through the step under test. */
function recordSome(input: WorkflowData<Input>) {
  recordAuditStep(
    transform(input, ({ actor, ids }) =>
      ids.map((id) => ({
        actor,
        action: "thing.changed",
        resource: { type: "thing", id },
        details: { field: "color" },
      }))
    )
  )
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    const http: HttpClient = api
    let headers: Headers
    let actor: Actor

    beforeAll(async () => {
      const admin = await signedInAdmin(getContainer(), http, {
        email: "olga@example.com",
      })
      headers = admin.headers
      actor = { type: "user", id: admin.user.id }
    })

    const run = (input: Input) => record(getContainer()).run({ input })
    const list = async (query = "") =>
      (
        await http.get<ListAuditResponse>(`/admin/audit-entries${query}`, {
          headers,
        })
      ).data

    describe("GET /admin/audit-entries", () => {
      it("lists newest first, in pages", async () => {
        for (const id of ["a", "b", "c"]) {
          await run({ actor, ids: [id] })
        }
        const page = await list("?limit=2")
        expect(page).toMatchObject({ count: 3, offset: 0, limit: 2 })
        expect(page.entries.map(({ resource_id }) => resource_id)).toEqual([
          "c",
          "b",
        ])
        const rest = await list("?limit=2&offset=2")
        expect(rest.entries.map(({ resource_id }) => resource_id)).toEqual([
          "a",
        ])
      })

      it("names users, and nobody else", async () => {
        await run({ actor, ids: ["a"] })
        await run({ actor: systemActor("reconcile"), ids: ["b"] })
        const { entries } = await list()
        expect(entries).toMatchObject([
          { actor_type: "system", actor_id: "reconcile", actor_name: null },
          { actor_type: "user", actor_name: "olga@example.com" },
        ])
        expect(entries[1]).toEqual({
          id: expect.stringMatching(/^audit_/),
          actor_type: "user",
          actor_id: actor.id,
          actor_name: "olga@example.com",
          action: "thing.changed",
          resource_type: "thing",
          resource_id: "a",
          details: { field: "color" },
          created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        })
      })

      it("asks for all names at once", async () => {
        const { query, calls } = countingQuery(getContainer())
        const entries = Array.from({ length: 50 }, (_, index) => ({
          actor_type: "user",
          actor_id: index % 2 ? actor.id : `user_${index}`,
        }))
        const names = await findActorNames(query, entries)
        expect(calls()).toBe(1)
        expect([...names]).toEqual([[actor.id, "olga@example.com"]])
      })

      it("filters by actor, action, resource and time", async () => {
        await run({ actor, ids: ["a", "b"] })
        await run({ actor: systemActor("reconcile"), ids: ["a"] })
        const counts = await Promise.all(
          [
            `?actor_id=${actor.id}`,
            "?action=thing.changed",
            "?action=thing.removed",
            "?resource_type=thing&resource_id=a",
            "?created_at[$gt]=2999-01-01T00:00:00Z",
            "?created_at[$gt]=2000-01-01T00:00:00Z",
          ].map(async (query) => (await list(query)).count)
        )
        expect(counts).toEqual([2, 3, 0, 2, 0, 3])
      })

      it("refuses what it does not know and pages without bound", async () => {
        for (const query of ["?actor=x", "?limit=1000", "?fields=*"]) {
          const answer = await refusal(
            http.get(`/admin/audit-entries${query}`, { headers })
          )
          expect(answer.status).toBe(400)
        }
      })
    })

    describe("recordAuditStep", () => {
      it("appends that an entry was reverted when the workflow is rolled back", async () => {
        await recordThenFail(getContainer()).run({
          input: { actor, ids: ["a"] },
          throwOnError: false,
        })
        const { entries } = await list()
        expect(entries.map(({ action }) => action).sort()).toEqual([
          "thing.changed",
          "thing.changed.reverted",
        ])
        const written = entries.find(({ action }) => action === "thing.changed")
        const reverted = entries.find(({ action }) =>
          action.endsWith(".reverted")
        )
        expect(reverted).toMatchObject({
          resource_id: "a",
          actor_id: actor.id,
          details: { reverted_entry_id: written?.id },
        })
      })
    })
  },
})

/** The shop's query that counts how often it is asked. */
function countingQuery(container: MedusaContainer) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  let count = 0
  const graph: typeof query.graph = (...args) => {
    count++
    return query.graph(...args)
  }
  return { query: { graph }, calls: () => count }
}
