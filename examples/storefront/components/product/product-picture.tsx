import type { CSSProperties } from "react"

import { drawingOf } from "./drawings"
import styles from "./product.module.css"

/** The product's photo, or a drawing of what it is. Its name stands beside it. */
export function ProductPicture({
  title,
  thumbnail,
  hints = [],
  small,
}: {
  title: string
  thumbnail?: string | null
  /** What a product without a photo is drawn by, beside its title. */
  hints?: (string | null | undefined)[]
  small?: boolean
}) {
  const className = `${styles.picture} ${small ? styles.small : ""}`
  if (thumbnail) {
    return (
      <span className={className}>
        <img src={thumbnail} alt="" loading="lazy" decoding="async" />
      </span>
    )
  }
  const { shapes, hue } = drawingOf(
    title,
    hints.filter((hint) => typeof hint === "string")
  )
  const style: CSSProperties & Record<"--hue", number> = { "--hue": hue }
  return (
    <span className={className} style={style}>
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <ellipse className="shadow" cx="60" cy="101" rx="38" ry="4" />
        {shapes}
      </svg>
    </span>
  )
}
