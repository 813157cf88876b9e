import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

import type { ClaimedMessage } from "../../../../lib/outbox"
import { canWriteEmails, notifyCustomerHandler } from "../notify-customer"

const containerOf = (registered: Record<string, unknown>): MedusaContainer => {
  const resolve = (key: string) => registered[key]
  return { resolve } as MedusaContainer
}

const message = (payload: Record<string, unknown>): ClaimedMessage => ({
  id: "obox_1",
  kind: "notify-customer",
  key: "delivery-grouped:dgrp_1:dbook_1",
  payload,
  attempts: 1,
  leaseId: "lease",
  lastError: null,
})
const PAYLOAD = {
  order_id: "order_1",
  template: "cornerstore-delivery-moved",
  data: { to: { date: "2026-12-01" } },
}

function shopWith(email: string | null) {
  const createNotifications = jest.fn(async () => [{ id: "noti_1" }])
  const container = containerOf({
    [Modules.NOTIFICATION]: { createNotifications },
    [ContainerRegistrationKeys.QUERY]: {
      graph: async () => ({ data: [{ id: "order_1", display_id: 7, email }] }),
    },
  })
  const send = (payload: Record<string, unknown>) =>
    notifyCustomerHandler.send(message(payload), {
      container,
      signal: new AbortController().signal,
      idempotencyKey: "notify-customer:delivery-grouped:dgrp_1:dbook_1",
    })
  return { createNotifications, send }
}

describe("notifyCustomerHandler", () => {
  it("writes to the address the order has when it is sent, under the message's key", async () => {
    const { createNotifications, send } = shopWith("ada@example.com")
    expect(await send(PAYLOAD)).toEqual({ notification_id: "noti_1" })
    expect(createNotifications).toHaveBeenCalledWith([
      {
        to: "ada@example.com",
        channel: "email",
        template: "cornerstore-delivery-moved",
        data: {
          to: { date: "2026-12-01" },
          order_id: "order_1",
          order_display_id: 7,
        },
        resource_type: "order",
        resource_id: "order_1",
        idempotency_key: "notify-customer:delivery-grouped:dgrp_1:dbook_1",
      },
    ])
  })

  it("gives up at once without an address, or on a payload that is none", async () => {
    const { createNotifications, send } = shopWith(null)
    await expect(send(PAYLOAD)).rejects.toThrow("call the customer")
    await expect(send({ order_id: "order_1" })).rejects.toThrow("Wrong payload")
    expect(createNotifications).not.toHaveBeenCalled()
  })
})

describe("canWriteEmails", () => {
  const withProviders = (channels: string[][]) =>
    containerOf({
      [ContainerRegistrationKeys.CONFIG_MODULE]: {
        modules: {
          [Modules.NOTIFICATION]: {
            options: {
              providers: channels.map((each) => ({
                options: { channels: each },
              })),
            },
          },
        },
      },
    })

  it("needs a provider for the channel", () => {
    expect(canWriteEmails(withProviders([["feed"]]))).toBe(false)
    expect(canWriteEmails(withProviders([["feed"], ["sms", "email"]]))).toBe(
      true
    )
    expect(
      canWriteEmails(
        containerOf({
          [ContainerRegistrationKeys.CONFIG_MODULE]: { modules: {} },
        })
      )
    ).toBe(false)
  })
})
