import type { NewLogin } from "../domain/login"
import {
  CustomerVisitRow,
  readCustomerVisits,
  VisitPosition,
} from "../queries/customer-visits"
import { lacksPartition } from "../queries/errors"
import {
  LoginPosition,
  LoginRow,
  LoginSummary,
  readLogins,
  recordLogin,
  summarizeLogins,
} from "../queries/logins"
import { createMissingPartitions } from "../queries/partitions"
import { VisitorsService } from "./visitors"

/** When and from where customers log in, and what they do then. */
export class LoginsService extends VisitorsService {
  /** Records a try to log in; again under the same id, nothing happens. */
  async recordLogin(login: NewLogin): Promise<void> {
    const manager = await this.sql()
    try {
      await recordLogin(manager, login)
    } catch (error) {
      if (!lacksPartition(error)) {
        throw error
      }
      await createMissingPartitions(manager, login.at)
      await recordLogin(manager, login)
    }
  }

  /** A page of a customer's log-ins, refused ones too, newest first. */
  async listLogins(
    customer_id: string,
    page: { limit: number; after?: LoginPosition }
  ): Promise<LoginRow[]> {
    return readLogins(await this.sql(), customer_id, page)
  }

  /** How often a customer logged in since an instant, and from how many devices. */
  async summarizeLogins(
    customer_id: string,
    since: Date
  ): Promise<LoginSummary> {
    return summarizeLogins(await this.sql(), customer_id, since)
  }

  /** A page of a customer's visits, newest first. */
  async listCustomerVisits(
    customer_id: string,
    page: { limit: number; after?: VisitPosition }
  ): Promise<CustomerVisitRow[]> {
    return readCustomerVisits(await this.sql(), customer_id, page)
  }
}
