"use client"

import Link from "next/link"

import { piecesOf, useCart } from "./providers/cart"
import { useCustomer } from "./providers/customer"
import { useShop } from "./providers/shop"
import styles from "./site.module.css"
import { Icon } from "./ui/icon"

export function SiteHeader() {
  const { settings } = useShop()
  const { cart } = useCart()
  const { customer } = useCustomer()
  const pieces = piecesOf(cart)
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <div className={styles.bar}>
        <Link className={styles.brand} href="/">
          {settings.name}
        </Link>
        <nav className={styles.links} aria-label="Shop">
          <Link className={styles.link} href="/account">
            <Icon name="user" />
            <span className={styles.linkText}>
              {customer?.first_name ?? (customer ? "Account" : "Log in")}
            </span>
          </Link>
          <Link
            className={styles.link}
            href="/cart"
            aria-label={`Cart, ${pieces === 1 ? "1 piece" : `${pieces} pieces`}`}
          >
            <Icon name="bag" />
            <span className={styles.linkText}>Cart</span>
            {pieces > 0 && <span className={styles.count}>{pieces}</span>}
          </Link>
        </nav>
      </div>
    </header>
  )
}
