"use client"

import { useState } from "react"

import { Button } from "../ui/button"
import { Icon } from "../ui/icon"
import { Notice } from "../ui/notice"
import type { Coordinates } from "./address"
import styles from "./checkout.module.css"

const PATIENCE_MS = 15_000

/** The visitor's own position, which is more exact than any postal code. */
export function LocationButton({
  at,
  onChange,
}: {
  at: Coordinates | null
  onChange(at: Coordinates | null): void
}) {
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const ask = () => {
    setAsking(true)
    setProblem(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsking(false)
        onChange({ lat: coords.latitude, lng: coords.longitude })
      },
      ({ code, PERMISSION_DENIED }) => {
        setAsking(false)
        setProblem(
          code === PERMISSION_DENIED
            ? "Your browser keeps your location to itself. The address alone will do."
            : "Your location could not be found. The address alone will do."
        )
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS }
    )
  }

  if (at) {
    return (
      <p className={styles.located}>
        <Icon name="pin" />
        <span>We deliver to where you are now.</span>
        <Button look="plain" onClick={() => onChange(null)}>
          Go by the address instead
        </Button>
      </p>
    )
  }
  return (
    <>
      <div>
        <Button look="secondary" onClick={ask} disabled={isAsking}>
          <Icon name="pin" size={18} />
          {isAsking ? "Finding you …" : "I am there now: use my location"}
        </Button>
      </div>
      {problem && <Notice>{problem}</Notice>}
    </>
  )
}
