import type { Instructions } from "medusa-plugin-cornerstore/sdk"

import { isEmpty } from "@/lib/instructions"

import { Icon } from "../ui/icon"
import styles from "./wishes.module.css"

/** What was wished for, in short; nothing when nothing was. */
export function WishList({ wishes }: { wishes: Instructions }) {
  if (isEmpty(wishes)) {
    return null
  }
  return (
    <ul className={styles.list}>
      {wishes.note && (
        <li>
          <Icon name="info" size={17} />
          <span>{wishes.note}</span>
        </li>
      )}
      {wishes.gift_wrap && (
        <li>
          <Icon name="gift" size={17} />
          <span>Wrapped as a gift</span>
        </li>
      )}
      {wishes.gift_message && (
        <li>
          <Icon name="gift" size={17} />
          <span>Card: “{wishes.gift_message}”</span>
        </li>
      )}
    </ul>
  )
}
