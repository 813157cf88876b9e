import {
  EventFilter,
  EventPage,
  EventRow,
  readEvents,
} from "../queries/read-events"
import { TendingService } from "./tending"

/** What was collected, read back. */
export class ReadingService extends TendingService {
  /** A page of events, newest first. */
  async listEvents(filter: EventFilter, page: EventPage): Promise<EventRow[]> {
    return readEvents(await this.sql(), filter, page)
  }
}
