import { ArrivalFilter, ArrivalRange } from "../domain/arrival"
import { ArrivalPage, followEvents } from "../queries/follow-events"
import { safeHorizon } from "../queries/horizon"
import {
  EventFilter,
  EventPage,
  EventRow,
  readEvents,
} from "../queries/read-events"
import { FactFilter, FactRow, readReaderFacts } from "../queries/reader-facts"
import { FactsService } from "./facts"

/** What was collected, read back. */
export class ReadingService extends FactsService {
  /** A page of events, newest first. */
  async listEvents(filter: EventFilter, page: EventPage): Promise<EventRow[]> {
    return readEvents(await this.sql(), filter, page)
  }

  /** The instant before which every event that was stored can be seen. */
  async safeHorizon(): Promise<Date> {
    return safeHorizon(await this.sql())
  }

  /** A page of events in the order in which they arrived. */
  async followEvents(
    filter: ArrivalFilter,
    range: ArrivalRange
  ): Promise<ArrivalPage> {
    return followEvents(await this.sql(), filter, range)
  }

  /** A page of counts by day, in the order of their key. */
  async readFacts(
    filter: FactFilter,
    page: { limit: number; after?: Omit<FactRow, "events"> }
  ): Promise<FactRow[]> {
    return readReaderFacts(await this.sql(), filter, page)
  }
}
