import styles from "./ui.module.css"

/** How many: one less, one more. */
export function Stepper({
  value,
  min = 1,
  max = 99,
  label,
  disabled,
  onChange,
}: {
  value: number
  min?: number
  max?: number
  /** What is counted, for those who do not see it. */
  label: string
  disabled?: boolean
  onChange(value: number): void
}) {
  return (
    <div
      className={styles.stepper}
      role="group"
      aria-label={`Quantity of ${label}`}
    >
      <button
        type="button"
        aria-label="One less"
        disabled={disabled || value <= min}
        onClick={() => onChange(value - 1)}
      >
        −
      </button>
      <output aria-live="polite">{value}</output>
      <button
        type="button"
        aria-label="One more"
        disabled={disabled || value >= max}
        onClick={() => onChange(value + 1)}
      >
        +
      </button>
    </div>
  )
}
