import { nowOf } from "../shared/clock"
import { nextId, type Counter, type State } from "./state"
import type { Product } from "./state/catalogue"
import type { Customer, CustomerType } from "./state/people"
import type { Order, Transaction } from "./state/sales"
import type { Switches } from "./switches"

/** One store at work: its state with what is asked of it everywhere. */
export class Store {
  constructor(public state: State) {}

  get switches(): Switches {
    return this.state.switches
  }

  now(): Date {
    return nowOf(this.state.clock)
  }

  /** The instant as it is kept and told: ISO 8601 in UTC. */
  timestamp(): string {
    return this.now().toISOString()
  }

  next(counter: Counter): number {
    return nextId(this.state, counter)
  }

  product(productId: number): Product | undefined {
    return this.state.products.find((each) => each.productId === productId)
  }

  order(preOrderId: number): Order | undefined {
    return this.state.orders.find((each) => each.preOrderId === preOrderId)
  }

  transaction(transactionId: number): Transaction | undefined {
    return this.state.transactions.find(
      (each) => each.transactionId === transactionId
    )
  }

  customer(customerId: number): Customer | undefined {
    return this.state.customers.find((each) => each.customerId === customerId)
  }

  customerType(name: string): CustomerType | undefined {
    return this.state.customer_types.find((each) => each.name === name)
  }

  /** True for a customer who pays medical prices. */
  isMedical({ customerType }: Pick<Customer, "customerType">): boolean {
    return this.customerType(customerType)?.isMedical ?? false
  }
}
