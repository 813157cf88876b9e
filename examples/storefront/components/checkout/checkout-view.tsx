"use client"

import type { Instructions } from "medusa-plugin-cornerstore/sdk"
import { useRouter } from "next/navigation"
import { useEffect, useRef, useState } from "react"

import { isEmpty, NO_INSTRUCTIONS } from "@/lib/instructions"
import { productOf } from "@/lib/tracking"

import { type Cart, useCart } from "../providers/cart"
import { useCustomer } from "../providers/customer"
import { useShop } from "../providers/shop"
import { LinkButton } from "../ui/button"
import { Empty, Loading } from "../ui/states"
import { WishList } from "../wishes/wish-list"
import { inOneLine } from "./address"
import { AddressStep } from "./address-step"
import styles from "./checkout.module.css"
import { CheckoutSummary } from "./checkout-summary"
import { ContactStep } from "./contact-step"
import { PaymentStep } from "./payment-step"
import { placeOrder } from "./place-order"
import { Section } from "./section"
import { SlotInWords, TimeStep } from "./time-step"
import { chosenSlotOf, useDelivery } from "./use-delivery"
import { WishesStep } from "./wishes-step"

/** From the cart to the order, on one page. */
export function CheckoutView() {
  const { cart } = useCart()
  const { customer } = useCustomer()
  if (cart === undefined || customer === undefined) {
    return <Loading what="the checkout" />
  }
  if (!cart?.items?.length) {
    return (
      <Empty
        title="There is nothing to order yet"
        action={<LinkButton href="/">To the shelves</LinkButton>}
      >
        Put something into your cart first.
      </Empty>
    )
  }
  // Everything below belongs to one cart and one customer.
  return <Steps key={`${cart.id} ${customer?.id}`} cart={cart} />
}

type StepName = "contact" | "address" | "time" | "wishes" | "payment"

function Steps({ cart }: { cart: Cart }) {
  const { sdk, price, tracker } = useShop()
  const { accept, forget } = useCart()
  const router = useRouter()
  const delivery = useDelivery(cart)
  const { hold } = delivery
  const [edited, setEdited] = useState<StepName | null>(null)
  const [isTimeConfirmed, setTimeConfirmed] = useState(
    chosenSlotOf(cart) !== undefined
  )
  const [wishes, setWishes] = useState<Instructions>()
  const [hasWished, setWished] = useState(false)
  const [isPlacing, setPlacing] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  useEffect(() => {
    sdk.cornerstore.instructions
      .retrieve(cart.id)
      .then(({ instructions }) => setWishes(instructions))
      .catch((error: unknown) => {
        console.warn("The instructions could not be read:", error)
        setWishes(NO_INSTRUCTIONS)
      })
  }, [sdk, cart.id])

  const begun = useRef(false)
  useEffect(() => {
    if (!begun.current) {
      begun.current = true
      tracker().track("Checkout Started", orderOf(cart))
    }
  }, [cart, tracker])

  const address = cart.shipping_address
  const done: Record<StepName, boolean> = {
    contact: Boolean(cart.email),
    address: Boolean(address?.address_1),
    time: Boolean(hold) && isTimeConfirmed,
    wishes: hasWished,
    payment: false,
  }
  const order: StepName[] = ["contact", "address", "time", "wishes", "payment"]
  const open = edited ?? order.find((step) => !done[step])
  const step = (name: StepName, title: string) => ({
    number: order.indexOf(name) + 1,
    title,
    isOpen: open === name,
    isDone: done[name],
    onChange: () => setEdited(name),
  })
  const close = () => setEdited(null)

  const place = async (providerId: string) => {
    if (!hold) {
      return
    }
    setPlacing(true)
    setRefusal(null)
    const placed = await placeOrder(sdk, cart, hold, providerId)
    if ("order" in placed) {
      tracker().track("Order Completed", {
        ...orderOf(cart),
        order_id: placed.order.id,
      })
      router.replace(`/orders/${placed.order.id}?thanks`)
      forget()
      return
    }
    setPlacing(false)
    if ("cart" in placed && placed.cart) {
      accept(placed.cart)
    }
    if ("refused" in placed) {
      setTimeConfirmed(false)
      await delivery.lose(hold.slot, placed.refused)
    } else {
      setRefusal(placed.problem)
    }
  }

  return (
    <>
      <h1 className={styles.title}>Checkout</h1>
      <div className={styles.page}>
        <div className={styles.steps}>
          <Section {...step("contact", "Contact")} summary={cart.email}>
            <ContactStep cart={cart} onDone={close} />
          </Section>
          <Section
            {...step("address", "Address")}
            summary={address && inOneLine(address)}
          >
            <AddressStep
              cart={cart}
              onDone={() => {
                setTimeConfirmed(false)
                close()
              }}
            />
          </Section>
          <Section
            {...step("time", "Delivery time")}
            summary={
              hold && (
                <SlotInWords slot={hold.slot} context={delivery.context} />
              )
            }
          >
            <TimeStep
              delivery={delivery}
              onChangeAddress={() => setEdited("address")}
              onDone={() => {
                setTimeConfirmed(true)
                close()
              }}
            />
          </Section>
          <Section
            {...step("wishes", "Wishes and gift")}
            summary={
              wishes && !isEmpty(wishes) ? (
                <WishList wishes={wishes} />
              ) : (
                <span className="muted">None</span>
              )
            }
          >
            {wishes && (
              <WishesStep
                cartId={cart.id}
                wishes={wishes}
                onDone={(wished) => {
                  setWishes(wished)
                  setWished(true)
                  close()
                }}
              />
            )}
          </Section>
          <Section {...step("payment", "Payment")}>
            <PaymentStep
              cartId={cart.id}
              total={price(cart.total, cart.currency_code)}
              isBusy={isPlacing}
              problem={refusal}
              onPlace={(providerId) => void place(providerId)}
            />
          </Section>
        </div>
        <CheckoutSummary cart={cart} delivery={delivery} />
      </div>
    </>
  )
}

/** A cart as Segment's e-commerce events name it. */
function orderOf(cart: Cart) {
  return {
    cart_id: cart.id,
    currency: cart.currency_code,
    total: cart.total,
    products: (cart.items ?? []).map(productOf),
  }
}
