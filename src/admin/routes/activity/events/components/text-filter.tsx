import { Input, Label } from "@medusajs/ui"
import { useEffect, useState } from "react"

/** Typing is followed by the list when the person pauses, in ms. */
const PAUSE_MS = 400

type TextFilterProps = {
  id: string
  label: string
  placeholder: string
  value: string
  options?: string[]
  onChange: (value: string) => void
}

/** Text that is looked for as a whole, applied when typing pauses or ends. */
export function TextFilter({
  id,
  label,
  placeholder,
  value,
  options = [],
  onChange,
}: TextFilterProps) {
  const [draft, setDraft] = useState(value)

  const isChanged = draft.trim() !== value

  useEffect(() => setDraft(value), [value])
  useEffect(() => {
    if (!isChanged) {
      return
    }
    const timer = setTimeout(() => onChange(draft), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft, isChanged, onChange])

  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Label size="xsmall" htmlFor={id}>
        {label}
      </Label>
      <Input
        id={id}
        size="small"
        autoComplete="off"
        list={options.length ? `${id}-options` : undefined}
        placeholder={placeholder}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          if (isChanged) {
            onChange(draft)
          }
        }}
      />
      {options.length > 0 && (
        <datalist id={`${id}-options`}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </div>
  )
}
