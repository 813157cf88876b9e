import { Copy } from "@medusajs/ui"

/** A command for a terminal, as it is and as a whole. */
export function CommandBlock({ command }: { command: string }) {
  return (
    <div className="bg-ui-bg-subtle border-ui-border-base flex items-start gap-2 rounded-md border p-3">
      <pre className="txt-compact-small text-ui-fg-base min-w-0 grow whitespace-pre-wrap break-all font-mono">
        {command}
      </pre>
      <Copy content={command} className="text-ui-fg-muted shrink-0" />
    </div>
  )
}
