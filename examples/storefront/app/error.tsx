"use client"

import { Button } from "@/components/ui/button"
import { Empty } from "@/components/ui/states"

export default function ErrorPage({ reset }: { reset(): void }) {
  return (
    <Empty
      title="The shop is not answering"
      action={<Button onClick={reset}>Try again</Button>}
    >
      It may be starting, or your connection may be interrupted. What is in your
      cart is kept.
    </Empty>
  )
}
