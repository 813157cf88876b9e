"use client"

import type {
  LoyaltyAccount,
  LoyaltyEntry,
} from "medusa-plugin-cornerstore/sdk"
import { useCallback, useEffect, useState } from "react"

import { problemOf } from "@/lib/problems"
import { date } from "@/lib/times"

import { useShop } from "../providers/shop"
import { Button } from "../ui/button"
import { Notice } from "../ui/notice"
import { Skeleton } from "../ui/states"
import styles from "./account.module.css"

const PAGE_SIZE = 10

/** What the customer has, and the ledger it comes from. */
export function Points() {
  const { sdk } = useShop()
  const [account, setAccount] = useState<LoyaltyAccount>()
  const [entries, setEntries] = useState<LoyaltyEntry[]>([])
  const [count, setCount] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)

  const loadFrom = useCallback(
    (offset: number) => {
      sdk.cornerstore.loyalty
        .listEntries({ limit: PAGE_SIZE, offset })
        .then(({ entries: more, count: all }) => {
          setEntries((before) => [...before.slice(0, offset), ...more])
          setCount(all)
        })
        .catch((error: unknown) => setProblem(problemOf(error)))
    },
    [sdk]
  )
  useEffect(() => {
    sdk.cornerstore.loyalty
      .retrieve()
      .then(({ account: found }) => setAccount(found))
      .catch((error: unknown) => setProblem(problemOf(error)))
    loadFrom(0)
  }, [sdk, loadFrom])

  return (
    <section className={styles.part} aria-labelledby="points">
      <h2 id="points">Points</h2>
      {problem && (
        <Notice kind="bad" title="Your points cannot be shown now.">
          {problem}
        </Notice>
      )}
      {!account && !problem && <Skeleton height="6rem" />}
      {account && <Balance account={account} />}
      {entries.length > 0 && (
        <ul className={styles.rows} aria-label="Ledger">
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {entries.length < count && (
        <Button look="plain" onClick={() => loadFrom(entries.length)}>
          Show more
        </Button>
      )}
    </section>
  )
}

function Balance({ account }: { account: LoyaltyAccount }) {
  const { clock } = useShop()
  const next = account.expiring[0]
  return (
    <>
      <p className={styles.balance}>
        <strong data-points={account.available}>{account.available}</strong> to
        use
      </p>
      <ul className={styles.facts}>
        {account.pending > 0 && (
          <li>{account.pending} more are on their way.</li>
        )}
        {account.tier && <li>You are {account.tier}.</li>}
        {account.next_tier && account.points_to_next_tier !== null && (
          <li>
            {account.points_to_next_tier} points to {account.next_tier}.
          </li>
        )}
        {next && (
          <li>
            {next.points} expire on {date(next.expires_at, clock)}.
          </li>
        )}
      </ul>
    </>
  )
}

const KINDS: Record<LoyaltyEntry["kind"], string> = {
  earn: "Earned",
  redeem: "Used",
  reverse: "Taken back",
  return: "Returned",
  expire: "Expired",
  adjust: "Adjusted by the shop",
}

function EntryRow({ entry }: { entry: LoyaltyEntry }) {
  const { clock } = useShop()
  return (
    <li className={styles.row}>
      <span>
        {KINDS[entry.kind]}{" "}
        <span className="muted">{date(entry.created_at, clock)}</span>
      </span>
      <span className="numbers">
        {entry.points > 0 ? `+${entry.points}` : `−${Math.abs(entry.points)}`}
      </span>
    </li>
  )
}
