import { MedusaError } from "@medusajs/framework/utils"

/**
 * Thrown by an outbox handler when trying again cannot help (the other side
 * refused the content). The message becomes a dead letter at once.
 */
export class UndeliverableError extends MedusaError {
  constructor(message: string) {
    super(MedusaError.Types.NOT_ALLOWED, message)
    this.name = "UndeliverableError"
  }
}
