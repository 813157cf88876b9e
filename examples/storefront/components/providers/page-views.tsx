"use client"

import { usePathname } from "next/navigation"
import { useEffect } from "react"

import { useShop } from "./shop"

/** Tells the shop's collector which page is looked at. */
export function PageViews() {
  const { tracker } = useShop()
  const pathname = usePathname()
  useEffect(() => tracker().page(), [tracker, pathname])
  return null
}
