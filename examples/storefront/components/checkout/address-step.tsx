"use client"

import { type SubmitEvent, useRef, useState } from "react"

import { type Cart, CART_FIELDS, useCart } from "../providers/cart"
import { useCustomer } from "../providers/customer"
import { useShop } from "../providers/shop"
import { Button } from "../ui/button"
import { Checkbox, Select } from "../ui/field"
import { Notice } from "../ui/notice"
import { useAction } from "../ui/use-action"
import {
  bestOf,
  type Coordinates,
  coordinatesIn,
  inOneLine,
  isKnown,
  readAddress,
  toAddress,
  toStored,
} from "./address"
import { AddressFields } from "./address-fields"
import styles from "./checkout.module.css"
import { DistrictHint, type Place } from "./district-hint"
import { LocationButton } from "./location-button"

/** Where to: typed, one of the customer's own, or where they stand. */
export function AddressStep({ cart, onDone }: { cart: Cart; onDone(): void }) {
  const { sdk, settings } = useShop()
  const { accept } = useCart()
  const { customer, reload } = useCustomer()
  const { run, isBusy, problem } = useAction()
  const form = useRef<HTMLFormElement>(null)

  const known = customer?.addresses ?? []
  const [from, setFrom] = useState(() =>
    cart.shipping_address?.address_1
      ? cart.shipping_address
      : (bestOf(known) ?? customer)
  )
  const metadata = from && "metadata" in from ? from.metadata : null
  const [at, setAt] = useState<Coordinates | null>(coordinatesIn(metadata))
  const initial = {
    ...toAddress(
      from && "address_1" in from ? from : { ...customer, metadata }
    ),
  }
  const [place, setPlace] = useState<Place>(initial)

  const take = (id: string) => {
    const address = known.find((each) => each.id === id)
    setFrom(address)
    setAt(coordinatesIn(address?.metadata))
    setPlace(toAddress(address))
  }

  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const stored = toStored(readAddress(fields), at)
    const saved = await run(async () => {
      const { cart: changed } = await sdk.store.cart.update(
        cart.id,
        { shipping_address: stored, billing_address: stored },
        { fields: CART_FIELDS }
      )
      accept(changed)
      if (fields.get("remember") === "on") {
        await sdk.store.customer.createAddress({
          ...stored,
          is_default_shipping: !known.length,
        })
        await reload()
      }
    })
    if (saved) {
      onDone()
    }
  }

  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={save}
      onChange={({ currentTarget }) =>
        setPlace(readAddress(new FormData(currentTarget)))
      }
    >
      {known.length > 0 && (
        <Select
          label="Your addresses"
          value={known.find(({ id }) => id === from?.id)?.id ?? ""}
          onChange={({ target }) => take(target.value)}
        >
          <option value="">Another address</option>
          {known.map((address) => (
            <option key={address.id} value={address.id}>
              {inOneLine(address)}
            </option>
          ))}
        </Select>
      )}
      <AddressFields
        key={from?.id}
        initial={initial}
        countries={settings.region.countries}
      />
      <LocationButton at={at} onChange={setAt} />
      <DistrictHint place={place} at={at} />
      {customer && !isKnown({ ...initial, ...place }, known) && (
        <Checkbox label="Remember this address" name="remember" />
      )}
      {problem && <Notice kind="bad">{problem}</Notice>}
      <Button type="submit" disabled={isBusy}>
        {isBusy ? "Saving …" : "Continue to the delivery time"}
      </Button>
    </form>
  )
}
