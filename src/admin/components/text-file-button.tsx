import { ArrowUpTray } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useRef } from "react"

type TextFileButtonProps = {
  label: string
  /** File name endings, for example `.geojson,.json`. */
  accept: string
  onRead: (text: string, fileName: string) => void
}

/** Reads a text file from the person's disk; nothing is uploaded by it. */
export function TextFileButton({ label, accept, onRead }: TextFileButtonProps) {
  const input = useRef<HTMLInputElement>(null)

  const read = async (file: File | undefined) => {
    if (file) {
      onRead(await file.text(), file.name)
    }
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file, mended and chosen again, must be read again.
          event.target.value = ""
          void read(file)
        }}
      />
      <Button
        type="button"
        size="small"
        variant="secondary"
        onClick={() => input.current?.click()}
      >
        <ArrowUpTray />
        {label}
      </Button>
    </>
  )
}
