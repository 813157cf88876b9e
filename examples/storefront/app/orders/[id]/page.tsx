import type { Metadata } from "next"

import { OrderView } from "@/components/order/order-view"

export const metadata: Metadata = {
  title: "Order",
  // Who has the address of this page sees the order.
  robots: { index: false },
  referrer: "no-referrer",
}

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function OrderPage({ params, searchParams }: Props) {
  const isNew = (await searchParams).thanks !== undefined
  return <OrderView id={(await params).id} isNew={isNew} />
}
