import { PaymentActions, PaymentSessionStatus } from "@medusajs/framework/utils"

import { CashOnDeliveryService } from "../service"

describe("cash on delivery", () => {
  const provider = new CashOnDeliveryService({})
  const money = { amount: 34.5, currency_code: "usd" }

  it("has the id that regions and drivers know it by", () => {
    expect(CashOnDeliveryService.identifier).toBe("cash-on-delivery")
  })

  it("authorizes a promise and never captures by itself", async () => {
    const session = await provider.initiatePayment(money)
    const other = await provider.initiatePayment(money)
    expect(session.status).toBe(PaymentSessionStatus.PENDING)
    expect(session.id).not.toBe(other.id)
    expect(await provider.authorizePayment({ data: session.data })).toEqual({
      data: {},
      status: PaymentSessionStatus.AUTHORIZED,
    })
    expect((await provider.getPaymentStatus({ data: {} })).status).toBe(
      PaymentSessionStatus.AUTHORIZED
    )
  })

  it("keeps the payment's data through every later step", async () => {
    const data = { note: "at the back door" }
    for (const step of [
      provider.capturePayment({ data }),
      provider.cancelPayment({ data }),
      provider.deletePayment({ data }),
      provider.retrievePayment({ data }),
      provider.refundPayment({ data, amount: 10 }),
      provider.updatePayment({ data, ...money }),
    ]) {
      expect(await step).toEqual({ data })
    }
  })

  it("knows a customer by Medusa's own id", async () => {
    const customer = { id: "cus_1", email: "ada@example.com" }
    expect(
      await provider.createAccountHolder({ context: { customer } })
    ).toEqual({ id: "cus_1" })
  })

  it("listens to no webhook", async () => {
    expect(await provider.getWebhookActionAndData()).toEqual({
      action: PaymentActions.NOT_SUPPORTED,
    })
  })
})
