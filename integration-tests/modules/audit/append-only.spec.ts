import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { AUDIT_MODULE } from "../../../src/modules/audit"
import AuditModuleService from "../../../src/modules/audit/service"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<AuditModuleService>({
  moduleName: AUDIT_MODULE,
  resolve: "./src/modules/audit",
  pathToMigrations: "./src/modules/audit/migrations",
  testSuite: ({ service }) => {
    describe("audit entries", () => {
      const entry = {
        actor_type: "user",
        actor_id: "user_1",
        action: "delivery.delivered",
        resource_type: "delivery_booking",
        resource_id: "book_1",
        details: { order_id: "order_1" },
      }

      it("are kept as they were written, against every way to change them", async () => {
        const { id } = await service.createAuditEntries(entry)
        const refused = /append-only/

        await expect(
          service.updateAuditEntries({ id, action: "nothing.happened" })
        ).rejects.toThrow(refused)
        await expect(service.deleteAuditEntries(id)).rejects.toThrow(refused)
        await expect(service.softDeleteAuditEntries([id])).rejects.toThrow(
          refused
        )

        expect(await service.listAuditEntries({})).toMatchObject([
          { id, ...entry, deleted_at: null },
        ])
      })

      it("can be appended", async () => {
        await service.createAuditEntries([entry])
        await service.createAuditEntries([
          { ...entry, action: "delivery.delivered.reverted" },
        ])
        expect(await service.listAuditEntries({})).toHaveLength(2)
      })
    })
  },
})
