import { CookieSettings } from "./consent/cookie-settings"
import styles from "./site.module.css"

export function SiteFooter({ name }: { name: string }) {
  return (
    <footer className={styles.footer}>
      <p>{name}. Delivered by our own drivers, at the hour you choose.</p>
      <p>
        Made with Medusa and Cornerstore. <CookieSettings />
      </p>
    </footer>
  )
}
