import { forbiddenImport } from "../eslint/layers"

const judge = (from: string, source: string, typeOnly = false) =>
  forbiddenImport({ from, source, typeOnly })

const DOMAIN = "src/modules/delivery/domain/slots.ts"
const SERVICE = "src/modules/delivery/service.ts"
const WORKFLOW = "src/workflows/delivery/hold-slot.ts"
const ROUTE = "src/api/store/carts/[id]/delivery-slot/route.ts"
const JOB = "src/jobs/make-slots.ts"
const STANDALONE = "src/collector/standalone/run-collector.ts"
const PAGE = "src/admin/routes/deliveries/page.tsx"
const TRACKER = "src/web/tracker/main.ts"

describe("forbiddenImport allows the one direction", () => {
  it.each([
    [DOMAIN, "./local-time"],
    [DOMAIN, "luxon"],
    [SERVICE, "./domain/slots"],
    [SERVICE, "../../lib/token"],
    [SERVICE, "@medusajs/framework/utils"],
    ["src/modules/delivery/loaders/options.ts", "../../../options"],
    [WORKFLOW, "../../modules/delivery"],
    [WORKFLOW, "../../modules/delivery/index"],
    [WORKFLOW, "../../modules/delivery/domain/slots"],
    [WORKFLOW, "../audit/steps/record-audit"],
    [ROUTE, "../../../../../workflows/delivery/hold-slot"],
    [ROUTE, "../../../../../policies/delivery"],
    [ROUTE, "../../../../validate-query"],
    ["src/api/collect/serve.ts", "../../collector/collector"],
    [JOB, "../workflows/delivery/make-slots"],
    [STANDALONE, "../../modules/activity/parts/events"],
    ["src/links/order-booking.ts", "../modules/delivery"],
    ["src/providers/district-delivery/service.ts", "../../modules/delivery"],
    [PAGE, "../../components/breadcrumb"],
    [PAGE, "../../../sdk"],
    [TRACKER, "../../sdk/types"],
    ["src/sdk/index.ts", "@medusajs/js-sdk"],
    ["src/web/vite.config.mts", "node:path"],
    [
      "integration-tests/http/slots.spec.ts",
      "../../src/modules/delivery/service",
    ],
  ])("%s <- %s", (from, source) => {
    expect(judge(from, source)).toBeNull()
  })
})

describe("forbiddenImport refuses every other", () => {
  it.each([
    [DOMAIN, "@medusajs/framework/utils", "knows nothing"],
    [DOMAIN, "@medusajs/framework/zod", "knows nothing"],
    [DOMAIN, "node:fs", "no I/O"],
    [DOMAIN, "crypto", "no I/O"],
    [DOMAIN, "ioredis", "knows nothing"],
    [DOMAIN, "../service", "own domain folder"],
    [DOMAIN, "../../audit/domain/diff", "own domain folder"],
    [DOMAIN, "../../../lib/token", "own domain folder"],
    [SERVICE, "../audit", "never import each other"],
    [SERVICE, "../audit/domain/diff", "never import each other"],
    [SERVICE, "../../workflows/delivery/hold-slot", "does not know"],
    [SERVICE, "../../api/middlewares", "does not know"],
    [WORKFLOW, "../../modules/delivery/service", "index and domain"],
    [WORKFLOW, "../../api/store/helpers", "index and domain"],
    [ROUTE, "../../../../../modules/delivery/service", "index and domain"],
    [ROUTE, "../../../../../jobs/make-slots", "do not build on"],
    [JOB, "../api/store/helpers", "do not build on"],
    [STANDALONE, "../../modules/delivery/service", "index and domain"],
    [
      "src/collector/collector.ts",
      "../modules/activity/parts/events",
      "index and domain",
    ],
    ["src/lib/sse/hub.ts", "../../modules/runtime", "no context"],
    ["src/lib/sse/hub.ts", "../../workflows/x", "no context"],
    ["src/config.ts", "./modules/runtime", "before"],
    [PAGE, "../../../modules/delivery/domain/slots", "HTTP only"],
    [PAGE, "../../../lib/token", "HTTP only"],
    [PAGE, "@medusajs/framework/utils", "outside the server"],
    [TRACKER, "../../admin/lib/dates", "HTTP only"],
    [TRACKER, "node:path", "outside the server"],
    ["src/sdk/index.ts", "../options", "HTTP only"],
    [ROUTE, "../../../../../admin/lib/dates", "belongs to admin"],
    [SERVICE, "../../sdk/delivery", "belongs to sdk"],
  ])("%s <- %s", (from, source, reason) => {
    expect(judge(from, source)).toContain(reason)
  })
})

describe("forbiddenImport tells types from values", () => {
  it("lets workflows and routes name a service's type", () => {
    expect(judge(WORKFLOW, "../../modules/delivery/service", true)).toBeNull()
    const service = "../../../../../modules/delivery/service"
    expect(judge(ROUTE, service, true)).toBeNull()
  })

  it("lets everybody speak of the shapes on the wire", () => {
    expect(judge(DOMAIN, "../../../sdk/types", true)).toBeNull()
    expect(judge(SERVICE, "../../sdk/types", true)).toBeNull()
    expect(judge(SERVICE, "../../sdk/types")).not.toBeNull()
  })

  it("keeps modules apart in types as well", () => {
    expect(judge(SERVICE, "../audit/service", true)).not.toBeNull()
  })

  it("knows that only the dashboard is built beside Medusa's types", () => {
    expect(judge(PAGE, "@medusajs/framework/types", true)).toBeNull()
    expect(judge(TRACKER, "@medusajs/framework/types", true)).not.toBeNull()
  })
})
