"use client"

import type { HttpTypes } from "@medusajs/types"
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from "react"

import { statusOf } from "@/lib/problems"

import { useShop } from "./shop"

export type Customer = HttpTypes.StoreCustomer
export type Registration = {
  email: string
  password: string
  first_name: string
  last_name: string
}

type CustomerState = {
  /** Null for a guest, undefined while it is not known yet. */
  customer: Customer | null | undefined
  logIn(email: string, password: string): Promise<void>
  register(registration: Registration): Promise<void>
  logOut(): Promise<void>
  reload(): Promise<void>
}

const CustomerContext = createContext<CustomerState | null>(null)

export function CustomerProvider({ children }: { children: ReactNode }) {
  const { sdk, tracker } = useShop()
  const [customer, setCustomer] = useState<Customer | null>()

  const reload = useCallback(async () => {
    if (!(await sdk.client.getToken())) {
      setCustomer(null)
      return
    }
    try {
      setCustomer((await sdk.store.customer.retrieve()).customer)
    } catch (error) {
      setCustomer(null)
      if (statusOf(error) !== 401) {
        throw error
      }
      // The log-in has run out, or belongs to another shop.
      await sdk.client.clearToken()
    }
  }, [sdk])

  useEffect(() => {
    reload().catch((error: unknown) =>
      console.warn("The customer could not be read:", error)
    )
  }, [reload])

  const state = useMemo((): CustomerState => {
    const logIn = async (email: string, password: string) => {
      const answer = await sdk.auth.login("customer", "emailpass", {
        email,
        password,
      })
      if (typeof answer !== "string") {
        throw new Error("This shop logs in with e-mail and password only.")
      }
      setCustomer((await sdk.store.customer.retrieve()).customer)
    }
    return {
      customer,
      logIn,
      async register({ email, password, ...name }) {
        const token = await sdk.auth.register("customer", "emailpass", {
          email,
          password,
        })
        await sdk.store.customer.create(
          { email, ...name },
          {},
          { Authorization: `Bearer ${token}` }
        )
        await logIn(email, password)
      },
      async logOut() {
        await sdk.auth.logout()
        tracker().reset()
        setCustomer(null)
      },
      reload,
    }
  }, [customer, reload, sdk, tracker])

  return <CustomerContext value={state}>{children}</CustomerContext>
}

export function useCustomer(): CustomerState {
  const state = use(CustomerContext)
  if (!state) {
    throw new Error("useCustomer needs a CustomerProvider above it")
  }
  return state
}
