"use client"

import type { TrackingClient } from "medusa-plugin-cornerstore/sdk"
import { createContext, type ReactNode, use, useMemo } from "react"

import { createSdk, type ShopSdk } from "@/lib/sdk"
import type { ShopSettings } from "@/lib/settings"
import { money } from "@/lib/prices"
import type { Clock } from "@/lib/times"
import { createTracker } from "@/lib/tracking"

type Shop = {
  settings: ShopSettings
  sdk: ShopSdk
  clock: Clock
  /** For handlers and effects, which run in the browser. */
  tracker(): TrackingClient
  /** An amount in the region's currency unless told. */
  price(amount: number, currencyCode?: string): string
}

const ShopContext = createContext<Shop | null>(null)

export function ShopProvider({
  settings,
  children,
}: {
  settings: ShopSettings
  children: ReactNode
}) {
  const shop = useMemo((): Shop => {
    let tracker: TrackingClient | undefined
    return {
      settings,
      sdk: createSdk(settings),
      clock: { locale: settings.locale, timeZone: settings.timeZone },
      tracker: () => (tracker ??= createTracker(settings)),
      price: (amount, currencyCode = settings.region.currencyCode) =>
        money(amount, currencyCode, settings.locale),
    }
    // The settings arrive anew with each page, the same.
  }, [settings.url, settings.publishableKey, settings.region.id])
  return <ShopContext value={shop}>{children}</ShopContext>
}

export function useShop(): Shop {
  const shop = use(ShopContext)
  if (!shop) {
    throw new Error("useShop needs a ShopProvider above it")
  }
  return shop
}
