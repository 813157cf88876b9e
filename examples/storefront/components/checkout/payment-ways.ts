import type { IconName } from "../ui/icon"

export type PaymentWay = {
  id: string
  title: string
  text: string
  icon: IconName
  rank: number
  isCash: boolean
}

/** A payment provider of Medusa in words. */
export function wayOf(id: string): PaymentWay {
  if (id.startsWith("pp_cash-on-delivery")) {
    return {
      id,
      title: "Pay cash at the door",
      text: "The driver brings the receipt and gives change.",
      icon: "cash",
      rank: 0,
      isCash: true,
    }
  }
  if (id.startsWith("pp_system")) {
    return {
      id,
      title: "Card (test)",
      text: "Stands in for a card: nothing is asked for and nothing is charged.",
      icon: "card",
      rank: 1,
      isCash: false,
    }
  }
  return {
    id,
    title: id.replace(/^pp_/, "").split("_")[0] ?? id,
    text: "",
    icon: "card",
    rank: 2,
    isCash: false,
  }
}
