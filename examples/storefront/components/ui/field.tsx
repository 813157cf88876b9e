import { type ComponentProps, type ReactNode, useId } from "react"

import styles from "./ui.module.css"

type Words = { label: string; hint?: ReactNode }

/** A labelled line of text; says that it may be left empty unless required. */
export function Field({
  label,
  hint,
  ...input
}: Words & ComponentProps<"input">) {
  const id = useId()
  return (
    <div className={styles.field}>
      <FieldLabel htmlFor={id} label={label} required={input.required} />
      <input
        {...input}
        id={id}
        className={styles.input}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  )
}

export function TextArea({
  label,
  hint,
  ...input
}: Words & ComponentProps<"textarea">) {
  const id = useId()
  return (
    <div className={styles.field}>
      <FieldLabel htmlFor={id} label={label} required={input.required} />
      <textarea
        {...input}
        id={id}
        className={styles.input}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  )
}

export function Select({
  label,
  children,
  ...input
}: Words & ComponentProps<"select">) {
  const id = useId()
  return (
    <div className={styles.field}>
      <FieldLabel htmlFor={id} label={label} required />
      <select {...input} id={id} className={styles.input}>
        {children}
      </select>
    </div>
  )
}

export function Checkbox({
  label,
  ...input
}: { label: string } & ComponentProps<"input">) {
  return (
    <label className={styles.check}>
      <input {...input} type="checkbox" />
      {label}
    </label>
  )
}

function FieldLabel({
  htmlFor,
  label,
  required,
}: {
  htmlFor: string
  label: string
  required?: boolean
}) {
  return (
    <label className={styles.label} htmlFor={htmlFor}>
      {label}
      {!required && <span className={styles.optional}> (optional)</span>}
    </label>
  )
}
