import type { FailureReason } from "../../sdk/types"
import { fill } from "../shared/text"
import { balance, likelyNotes, parseAmount } from "./amount"
import type { Dictionary } from "./dictionary"
import { byId, h } from "./element"
import { money, NextStop } from "./view"

const REASONS: readonly FailureReason[] = [
  "nobody_home",
  "refused",
  "wrong_address",
  "damaged",
  "other",
]

export type CashAnswer = { tendered: number; short_confirmed: boolean }

/**
 * Asks what the customer handed over and shows the change. Too little has to
 * be confirmed by a button that says how much is missing.
 */
export function askForCash(
  stop: NextStop & { cash: NonNullable<NextStop["cash"]> },
  texts: Dictionary,
  locale: string,
  onAnswer: (answer: CashAnswer) => void
): void {
  const { due, currency } = stop.cash
  const format = (amount: number) => money(amount, currency, locale)
  const input = h("input", {
    id: "received",
    inputmode: "decimal",
    autocomplete: "off",
    "aria-describedby": "change",
  })
  const change = h("p", { id: "change", class: "change", role: "status" })
  const confirm = h("button", { type: "submit", class: "primary" })

  const update = () => {
    const received = parseAmount(input.value)
    const left = received === null ? null : balance(due, received)
    confirm.disabled = left === null
    confirm.textContent =
      left !== null && left < 0
        ? fill(texts.confirmShort, { amount: format(-left) })
        : texts.confirm
    change.dataset.kind = left !== null && left < 0 ? "short" : "change"
    change.textContent =
      left === null
        ? input.value === ""
          ? ""
          : texts.amountWrong
        : left < 0
          ? fill(texts.missing, { amount: format(-left) })
          : left > 0
            ? fill(texts.change, { amount: format(left) })
            : texts.exact
  }
  const choose = (amount: number) => () => {
    input.value = String(amount)
    update()
  }
  input.addEventListener("input", update)
  update()
  open(
    fill(texts.cashTitle, { name: stop.name }),
    [
      h(
        "p",
        { class: "till" },
        h("span", {}, texts.due),
        h("strong", {}, format(due))
      ),
      h("label", { for: "received" }, texts.received),
      input,
      h(
        "div",
        { class: "choices" },
        h(
          "button",
          { type: "button", "data-amount": String(due), onExact: choose(due) },
          texts.exact
        ),
        ...likelyNotes(due).map((amount) =>
          h(
            "button",
            {
              type: "button",
              "data-amount": String(amount),
              onChosen: choose(amount),
            },
            format(amount)
          )
        )
      ),
      change,
      confirm,
    ],
    texts,
    () => {
      const tendered = parseAmount(input.value)
      if (tendered === null) {
        return false
      }
      onAnswer({
        tendered,
        short_confirmed: balance(due, tendered) < 0,
      })
      return true
    }
  )
  input.focus()
}

/** Asks why a delivery was not possible. */
export function askForReason(
  texts: Dictionary,
  onAnswer: (answer: { reason: FailureReason; note: string }) => void
): void {
  const note = h("textarea", { id: "note", rows: "2", maxlength: "500" })
  const radios = REASONS.map((reason, index) =>
    h("input", {
      type: "radio",
      name: "reason",
      value: reason,
      checked: index === 0,
    })
  )
  open(
    texts.failTitle,
    [
      h(
        "div",
        { class: "reasons", role: "radiogroup", "aria-label": texts.failTitle },
        ...radios.map((radio, index) =>
          h("label", {}, radio, texts.reasons[REASONS[index]])
        )
      ),
      h("label", { for: "note" }, texts.noteLabel),
      note,
      h("button", { type: "submit", class: "primary" }, texts.confirmFail),
    ],
    texts,
    () => {
      const chosen = radios.findIndex(({ checked }) => checked)
      onAnswer({ reason: REASONS[chosen] ?? "other", note: note.value.trim() })
      return true
    }
  )
}

/** @param onSubmit - whether the dialog may close */
function open(
  title: string,
  content: HTMLElement[],
  texts: Dictionary,
  onSubmit: () => boolean
): void {
  const dialog = byId("dialog") as HTMLDialogElement
  const form = h(
    "form",
    {},
    h("h2", { id: "dialog-title" }, title),
    ...content,
    h(
      "button",
      { type: "button", class: "back", onCancel: () => dialog.close() },
      texts.cancel
    )
  )
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    if (onSubmit()) {
      dialog.close()
    }
  })
  dialog.replaceChildren(form)
  dialog.showModal()
}
