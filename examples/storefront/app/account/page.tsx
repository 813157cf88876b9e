import type { Metadata } from "next"

import { AccountView } from "@/components/account/account-view"

export const metadata: Metadata = { title: "Account" }

type Props = {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AccountPage({ searchParams }: Props) {
  const { next } = await searchParams
  return <AccountView next={typeof next === "string" ? ownPath(next) : null} />
}

/** Only pages of this shop may be gone to after the log-in. */
function ownPath(path: string): string | null {
  return /^\/(?![/\\])/.test(path) ? path : null
}
