import { CollectorSettingsChanges } from "../collector-settings"
import type { CollectorSettings } from "../domain/collector-settings"
import type { ConsentState } from "../domain/consents"
import {
  changeCollectorSettings,
  readCollectorSettings,
  restoreCollectorSettings,
  SettingsChange,
} from "../queries/collector-settings"
import {
  CollectedFigures,
  collectedFigures,
} from "../queries/collected-figures"
import {
  listConsents,
  recordConsents,
  removeConsents,
} from "../queries/consents"
import {
  recordVisitorChoice,
  VisitorChoiceInput,
} from "../queries/visitor-choices"
import { WriteKeysService } from "./write-keys"

/** What visitors and customers chose, and what the shop decided. */
export class ConsentService extends WriteKeysService {
  /**
   * Keeps what was chosen in a browser.
   *
   * @returns whether its events may be kept now: false too when a customer who
   * uses the browser said no
   */
  async recordVisitorChoice(
    choice: VisitorChoiceInput,
    at: Date = new Date()
  ): Promise<boolean> {
    return recordVisitorChoice(await this.sql(), choice, at)
  }

  /** What a customer agreed to and refused. */
  async listConsents(customer_id: string): Promise<ConsentState[]> {
    return listConsents(await this.sql(), customer_id)
  }

  /**
   * Appends what a customer says; what holds already is not said again.
   *
   * @param consents - no two of the same purpose and channel
   * @returns ids of the new entries, for `removeConsents`
   */
  async recordConsents(
    customer_id: string,
    consents: readonly ConsentState[],
    at: Date = new Date()
  ): Promise<string[]> {
    return recordConsents(await this.sql(), customer_id, consents, at)
  }

  /** Undoes `recordConsents`. */
  async removeConsents(
    customer_id: string,
    ids: readonly string[],
    at: Date = new Date()
  ): Promise<void> {
    await removeConsents(await this.sql(), customer_id, ids, at)
  }

  /** What the shop decided about collecting; the defaults until it did. */
  async retrieveCollectorSettings(): Promise<CollectorSettings> {
    return readCollectorSettings(await this.sql())
  }

  /** Changes what is named and leaves the rest. */
  async changeCollectorSettings(
    changes: CollectorSettingsChanges,
    at: Date = new Date()
  ): Promise<SettingsChange> {
    return changeCollectorSettings(await this.sql(), changes, at)
  }

  /** Undoes a change, unless another came after it. */
  async restoreCollectorSettings(
    change: Pick<SettingsChange, "before" | "version">,
    at: Date = new Date()
  ): Promise<void> {
    await restoreCollectorSettings(await this.sql(), change, at)
  }

  /** What was collected today and on the days before, newest first. */
  async listCollectedFigures(
    days: number,
    now: Date = new Date()
  ): Promise<CollectedFigures[]> {
    const { timeZone } = this.traits()
    return collectedFigures(await this.sql(), { now, days, timeZone })
  }
}
