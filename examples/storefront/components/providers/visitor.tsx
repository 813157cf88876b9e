"use client"

import type {
  TrackingConsent,
  TrackingState,
} from "medusa-plugin-cornerstore/sdk"
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useState,
} from "react"

import { useShop } from "./shop"

/** Of the text in the consent bar: change it with the text. */
const TEXT_VERSION = "2026-01"

type Visitor = {
  /** Null while the snippet has not loaded, or was kept out by the browser. */
  tracking: TrackingState | null
  choose(choice: TrackingConsent): void
  /** Whether the visitor asked to see the choice again. */
  isAsked: boolean
  ask(isAsked: boolean): void
}

const VisitorContext = createContext<Visitor | null>(null)

/** What may be known about who is here, before any log-in. */
export function VisitorProvider({ children }: { children: ReactNode }) {
  const { tracker } = useShop()
  const [tracking, setTracking] = useState<TrackingState | null>(null)
  const [isAsked, ask] = useState(false)
  useEffect(() => tracker().subscribe(setTracking), [tracker])

  const visitor = useMemo(
    (): Visitor => ({
      tracking,
      choose(choice) {
        tracker().consent(choice, TEXT_VERSION)
        ask(false)
      },
      isAsked,
      ask,
    }),
    [tracking, isAsked, tracker]
  )
  return <VisitorContext value={visitor}>{children}</VisitorContext>
}

export function useVisitor(): Visitor {
  const visitor = use(VisitorContext)
  if (!visitor) {
    throw new Error("useVisitor needs a VisitorProvider above it")
  }
  return visitor
}
