import { LinkButton } from "@/components/ui/button"
import { Empty } from "@/components/ui/states"

export default function NotFound() {
  return (
    <Empty
      title="This page is not here"
      action={<LinkButton href="/">To the shop</LinkButton>}
    >
      The link may be old, or the product is no longer sold.
    </Empty>
  )
}
