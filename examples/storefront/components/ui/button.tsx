import Link from "next/link"
import type { ComponentProps } from "react"

import styles from "./ui.module.css"

type Look = "primary" | "secondary" | "plain"
type Shape = { look?: Look; wide?: boolean }

const classOf = ({ look = "primary", wide }: Shape) =>
  [styles.button, styles[look], wide && styles.wide].filter(Boolean).join(" ")

export function Button({
  look,
  wide,
  type = "button",
  ...rest
}: Shape & ComponentProps<"button">) {
  return <button type={type} {...rest} className={classOf({ look, wide })} />
}

/** Goes somewhere, where a button does something. */
export function LinkButton({
  look,
  wide,
  ...rest
}: Shape & ComponentProps<typeof Link>) {
  return <Link {...rest} className={classOf({ look, wide })} />
}
