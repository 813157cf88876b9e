"use client"

import type { TrackedProduct } from "medusa-plugin-cornerstore/sdk"
import { useEffect } from "react"

import { useShop } from "../providers/shop"

/** Tells that a product is looked at, of a page that is made on the server. */
export function TrackProduct({ product }: { product: TrackedProduct }) {
  const { tracker } = useShop()
  const told = JSON.stringify(product)
  useEffect(() => tracker().product(JSON.parse(told)), [tracker, told])
  return null
}
