import { randomUUID } from "node:crypto"

import {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  CreateAccountHolderInput,
  CreateAccountHolderOutput,
  DeleteAccountHolderOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"

/**
 * Payment in cash at the door. Medusa's id of it: `pp_cash-on-delivery_cash-on-delivery`.
 *
 * It calls nobody. The order is placed with an authorized payment, which stands
 * for the customer's promise; it is captured when the driver has the money
 * (`workflows/delivery/settle-stop`) or by hand on the order's page. A refund
 * only writes down that somebody gives the money back.
 */
export class CashOnDeliveryService extends AbstractPaymentProvider {
  static override identifier = "cash-on-delivery"

  constructor(
    container: Record<string, unknown>,
    config: Record<string, unknown> = {}
  ) {
    super(container, config)
  }

  override async initiatePayment(
    _input: InitiatePaymentInput
  ): Promise<InitiatePaymentOutput> {
    return { id: randomUUID(), data: {}, status: PaymentSessionStatus.PENDING }
  }

  override async authorizePayment({
    data,
  }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    return { data, status: PaymentSessionStatus.AUTHORIZED }
  }

  override async capturePayment({
    data,
  }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return { data }
  }

  override async refundPayment({
    data,
  }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    return { data }
  }

  override async cancelPayment({
    data,
  }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    return { data }
  }

  override async deletePayment({
    data,
  }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return { data }
  }

  override async retrievePayment({
    data,
  }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return { data }
  }

  override async updatePayment({
    data,
  }: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return { data }
  }

  /**
   * The customer herself: there is no account anywhere else. Without these Medusa
   * warns at every order.
   */
  async createAccountHolder({
    context,
  }: CreateAccountHolderInput): Promise<CreateAccountHolderOutput> {
    return { id: context.customer.id }
  }

  async deleteAccountHolder(): Promise<DeleteAccountHolderOutput> {
    return { data: {} }
  }

  /** Nobody but Medusa knows more, so a promise stays a promise. */
  override async getPaymentStatus({
    data,
  }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    return { data, status: PaymentSessionStatus.AUTHORIZED }
  }

  override async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}
