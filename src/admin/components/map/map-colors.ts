import type { MapColors } from "./map-style"

/** What stands for a token of Medusa's theme that is not there. */
const FALLBACKS = {
  "--bg-subtle": "#f4f4f5",
  "--border-strong": "#d4d4d8",
  "--fg-muted": "#71717a",
  "--fg-interactive": "#3b82f6",
  "--fg-error": "#e11d48",
} as const

/** Reads the theme's colours where an element is. */
export function readMapColors(element: Element): MapColors {
  const styles = getComputedStyle(element)
  const color = (name: keyof typeof FALLBACKS) =>
    styles.getPropertyValue(name).trim() || FALLBACKS[name]
  return {
    background: color("--bg-subtle"),
    grid: color("--border-strong"),
    muted: color("--fg-muted"),
    current: color("--fg-interactive"),
    hole: color("--fg-error"),
  }
}

/** Colours that stay apart on light and on dark, also for most who see few colours. */
const PALETTE = [
  "#0072b2",
  "#d55e00",
  "#009e73",
  "#cc79a7",
  "#b58900",
  "#56b4e9",
  "#7a5195",
  "#5f7d1b",
]

/** The colour of the nth district; a name beside it tells those of one colour apart. */
export function districtColor(index: number): string {
  return PALETTE[index % PALETTE.length] ?? "#0072b2"
}
