import {
  linkVisitor,
  PreviousLink,
  restoreVisitorLink,
  VisitorLink,
} from "../queries/visitors"
import { EventsService } from "./events"

/** Who the visitors behind the events are. */
export class VisitorsService extends EventsService {
  /**
   * Says that a visitor is a customer. The caller has proof: a session of that
   * customer.
   */
  async linkVisitor(
    link: VisitorLink,
    at: Date = new Date()
  ): Promise<PreviousLink> {
    return linkVisitor(await this.sql(), link, at)
  }

  /** Undoes `linkVisitor`. */
  async restoreVisitorLink(previous: PreviousLink): Promise<void> {
    await restoreVisitorLink(await this.sql(), previous)
  }
}
