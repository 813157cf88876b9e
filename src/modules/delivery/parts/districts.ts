import { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"

import { DistrictIndex } from "../district-index"
import { centroidOf } from "../domain/centroid"
import type { GeoPoint } from "../domain/distance"
import {
  AddressFacts,
  DistrictMatch,
  districtsAt,
  findDistrict,
  IndexedDistrict,
  resolveDistrict,
} from "../domain/resolve-district"
import * as geocodes from "../queries/geocodes"
import * as settings from "../queries/settings"
import * as stops from "../queries/stop-positions"
import { Refreshed } from "../refreshed"
import { DeliveryData, sqlOf } from "./data"

/** A district and why it is that one. */
export type ExplainedDistrict = {
  district: IndexedDistrict | null
  by: DistrictMatch | null
  /** Others drawn over the same point, which have to give way. */
  also: IndexedDistrict[]
}

/** Where addresses belong, and what the owner set for the whole shop. */
export class DistrictsService extends DeliveryData {
  private readonly districts_ = new DistrictIndex()
  private readonly geocoder_ = new Refreshed<unknown>()

  /**
   * The district of an address. The districts are kept in memory; what another
   * process changed is seen within a second.
   */
  @InjectManager()
  async resolveDistrict(
    address: AddressFacts,
    @MedusaContext() context: Context = {}
  ): Promise<IndexedDistrict | null> {
    return resolveDistrict(await this.districts_.read(sqlOf(context)), address)
  }

  /** As `resolveDistrict`, with what decided and who else covers the point. */
  @InjectManager()
  async explainDistrict(
    address: AddressFacts,
    @MedusaContext() context: Context = {}
  ): Promise<ExplainedDistrict> {
    const lookup = await this.districts_.read(sqlOf(context))
    const found = findDistrict(lookup, address)
    const { lat, lng } = address
    const covering =
      typeof lat === "number" && typeof lng === "number"
        ? districtsAt(lookup, [lng, lat])
        : []
    return {
      district: found?.district ?? null,
      by: found?.by ?? null,
      also: covering.filter(({ id }) => id !== found?.district.id),
    }
  }

  /** The middle of a district that is drawn and active; null for others. */
  @InjectManager()
  async middleOfDistrict(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<GeoPoint | null> {
    const { districts } = await this.districts_.read(sqlOf(context))
    const boundary = districts.find((district) => district.id === id)?.boundary
    return boundary ? centroidOf(boundary) : null
  }

  /** To be called after districts were written: this process then looks at once. */
  forgetDistricts(): void {
    this.districts_.forget()
  }

  /** What the owner set, as it is stored; null when nothing is. */
  @InjectManager()
  async retrieveSetting(
    name: settings.SettingName,
    @MedusaContext() context: Context = {}
  ): Promise<unknown> {
    return await settings.readSetting(sqlOf(context), name)
  }

  /** The geocoder's setting from memory, at most a second old: every address without coordinates asks for it. */
  @InjectManager()
  async currentGeocoder(
    @MedusaContext() context: Context = {}
  ): Promise<unknown> {
    return await this.geocoder_.get(() =>
      settings.readSetting(sqlOf(context), "geocoder")
    )
  }

  /** Stores what the owner set; null takes it away. */
  @InjectManager()
  async saveSetting(
    name: settings.SettingName,
    value: object | null,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await settings.writeSetting(sqlOf(context), name, value, now)
    this.geocoder_.forget()
  }

  /** Geocoders' answers that are still good, by key. */
  @InjectManager()
  async findGeocodes(
    keys: readonly string[],
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<Map<string, geocodes.StoredGeocode>> {
    return await geocodes.readGeocodes(sqlOf(context), keys, now)
  }

  /** Keeps a geocoder's answer until it expires; returns it as it was kept. */
  @InjectManager()
  async saveGeocode(
    geocode: { key: string; point: GeoPoint | null; expires_at: Date },
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<geocodes.StoredGeocode> {
    return await geocodes.writeGeocode(sqlOf(context), geocode, now)
  }

  /** Removes answers whose time is over, at most `limit`; returns how many. */
  @InjectManager()
  async purgeGeocodes(
    now: Date,
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    return await geocodes.purgeGeocodes(sqlOf(context), now, limit)
  }

  /** Sends whoever still drives to an order to another place; returns where the stops were. */
  @InjectManager()
  async moveOpenStops(
    orderId: string,
    point: GeoPoint,
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<stops.StopPosition[]> {
    return await stops.moveOpenStops(sqlOf(context), orderId, point, now)
  }

  /** Puts stops back to where they were. */
  @InjectManager()
  async restoreStops(
    before: readonly stops.StopPosition[],
    now: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await stops.restoreStops(sqlOf(context), before, now)
  }
}
