"use client"

import type { District } from "medusa-plugin-cornerstore/sdk"
import { useEffect, useState } from "react"

import type { ShopSdk } from "@/lib/sdk"

import { useShop } from "../providers/shop"
import { Notice } from "../ui/notice"
import type { Address, Coordinates } from "./address"

export type Place = Pick<Address, "address_1" | "postal_code" | "city">
type Found = {
  district: District | null
  /** What the address alone would say, when it says something else. */
  byAddress: District | null
}

/** Typing is over when nothing was typed for so long. */
const PAUSE_MS = 450

/** Says while the address is typed whether it is delivered to. */
export function DistrictHint({
  place: { address_1, postal_code, city },
  at,
}: {
  place: Place
  at: Coordinates | null
}) {
  const { sdk } = useShop()
  const [found, setFound] = useState<Found>()
  const isEnough = Boolean(at) || (postal_code.length > 2 && city.length > 1)

  useEffect(() => {
    let isCurrent = true
    setFound(undefined)
    const timer = setTimeout(() => {
      if (isEnough) {
        find(sdk, { address_1, postal_code, city }, at).then(
          (answer) => isCurrent && setFound(answer),
          (error: unknown) =>
            console.warn("The district could not be asked for:", error)
        )
      }
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [sdk, address_1, postal_code, city, at, isEnough])

  if (!found) {
    return null
  }
  if (!found.district) {
    return (
      <Notice kind="warn" title="We do not deliver there yet">
        {at
          ? "Where you are now is outside our districts."
          : "This address is outside our districts. Check the postal code and the city."}
      </Notice>
    )
  }
  const differs =
    found.byAddress !== null && found.byAddress.id !== found.district.id
  return (
    <Notice kind={differs ? "warn" : "good"}>
      {differs
        ? `You are in ${found.district.name} now, but the address is in ${found.byAddress?.name}. We would deliver to where you are.`
        : `We deliver to ${found.district.name}.`}
    </Notice>
  )
}

async function find(
  sdk: ShopSdk,
  place: Place,
  at: Coordinates | null
): Promise<Found> {
  const { delivery } = sdk.cornerstore
  const byAddress = (await delivery.resolveDistrict(place)).district
  const district = at
    ? (await delivery.resolveDistrict(at)).district
    : byAddress
  return { district, byAddress }
}
