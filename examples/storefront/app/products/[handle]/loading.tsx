import styles from "@/components/product/product.module.css"
import { Skeleton } from "@/components/ui/states"

export default function LoadingProduct() {
  return (
    <div className={styles.page} role="status">
      <span className="hidden-text">Loading the product</span>
      <Skeleton height="min(70vw, 26rem)" />
      <div className={styles.words}>
        <Skeleton height="3rem" />
        <Skeleton height="5rem" />
        <Skeleton height="8rem" />
      </div>
    </div>
  )
}
