"use client"

import { useEffect } from "react"

import { useShop } from "./shop"

/** Lets a page that is made on the server tell of one event when it is seen. */
export function TrackEvent({
  event,
  properties,
}: {
  event: string
  properties: Record<string, unknown>
}) {
  const { tracker } = useShop()
  const told = JSON.stringify(properties)
  useEffect(
    () => tracker().track(event, JSON.parse(told)),
    [tracker, event, told]
  )
  return null
}
