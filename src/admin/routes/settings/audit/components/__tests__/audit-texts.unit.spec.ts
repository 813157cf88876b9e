import i18next from "i18next"

import type { AuditEntry } from "../../../../../../sdk/types"
import resources from "../../../../../i18n"
import {
  actionText,
  AUDIT_ACTIONS,
  AUDIT_RESOURCES,
  resourceHref,
  resourceText,
} from "../audit-texts"

const i18n = i18next.createInstance()
const t = i18n.getFixedT("en", "cornerstore")

const entry = (part: Partial<AuditEntry>): AuditEntry => ({
  id: "audit_1",
  actor_type: "user",
  actor_id: "user_1",
  actor_name: null,
  action: "delivery.delivered",
  resource_type: "order",
  resource_id: "order_1",
  details: {},
  created_at: "2026-11-21T00:00:00Z",
  ...part,
})

beforeAll(() => i18n.init({ resources, lng: "en", fallbackLng: "en" }))

describe("audit texts", () => {
  it("has words for everything we record", () => {
    const texts = [
      ...AUDIT_ACTIONS.map((action) => actionText(action, t)),
      ...AUDIT_RESOURCES.map((type) => resourceText(type, t)),
    ]
    expect(texts.filter((text) => /[._]/.test(text))).toEqual([])
  })

  it("says that an action was taken back", () => {
    expect(actionText("delivery_district.created.reverted", t)).toBe(
      "Taken back: District created"
    )
  })

  it("shows what others record as it is", () => {
    expect(actionText("loyalty.adjusted", t)).toBe("loyalty.adjusted")
  })
})

describe("resourceHref", () => {
  it("leads to the resource's page", () => {
    expect(resourceHref(entry({}))).toBe("/orders/order_1")
    expect(
      resourceHref(
        entry({
          resource_type: "delivery_window",
          details: { district_id: "d1" },
        })
      )
    ).toBe("/settings/districts/d1")
  })

  it("leads nowhere when the resource is gone or has no page", () => {
    expect(
      resourceHref(
        entry({
          action: "delivery_district.deleted",
          resource_type: "delivery_district",
        })
      )
    ).toBeNull()
    expect(resourceHref(entry({ resource_type: "unknown" }))).toBeNull()
  })
})
