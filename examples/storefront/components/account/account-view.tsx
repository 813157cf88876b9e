"use client"

import { useRouter } from "next/navigation"

import { useCart } from "../providers/cart"
import { type Customer, useCustomer } from "../providers/customer"
import { Button } from "../ui/button"
import { Notice } from "../ui/notice"
import { Loading } from "../ui/states"
import { useAction } from "../ui/use-action"
import styles from "./account.module.css"
import { EnterForms } from "./enter-forms"
import { Orders } from "./orders"
import { Points } from "./points"

/** @param next - where to go after the log-in */
export function AccountView({ next }: { next: string | null }) {
  const { customer } = useCustomer()
  const router = useRouter()
  if (customer === undefined) {
    return <Loading what="your account" />
  }
  return customer ? (
    <Account customer={customer} />
  ) : (
    <EnterForms onEntered={() => next && router.push(next)} />
  )
}

function Account({ customer }: { customer: Customer }) {
  const { logOut } = useCustomer()
  const { forget } = useCart()
  const { run, isBusy, problem } = useAction()
  const leave = () =>
    run(async () => {
      await logOut()
      // The cart is the customer's; the next person begins with their own.
      forget()
    })
  return (
    <>
      <header className={styles.header}>
        <div>
          <h1>
            {customer.first_name
              ? `Hello, ${customer.first_name}.`
              : "Your account"}
          </h1>
          <p className="muted">{customer.email}</p>
        </div>
        <Button look="secondary" onClick={leave} disabled={isBusy}>
          Log out
        </Button>
      </header>
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div className={styles.page}>
        <Orders />
        <Points />
      </div>
    </>
  )
}
