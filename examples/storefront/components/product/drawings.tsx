import type { ReactNode } from "react"

/**
 * Still lifes for products without a photo, on a grid of 120. `--dark`,
 * `--mid` and `--light` are tones of the product's own colour.
 */
const LOAF = (
  <>
    <path
      className="mid"
      d="M18 70c0-20 18-31 42-31s42 11 42 31c0 9-5 15-14 15H32c-9 0-14-6-14-15Z"
    />
    <path
      className="light"
      d="M38 45c2 9 0 18-6 26m24-31c2 10 1 21-4 31m23-31c3 9 3 19-1 29m16-21c3 6 3 13 1 19"
    />
    <path className="dark" d="M28 85h64c-3 4-8 5-14 5H42c-6 0-11-1-14-5Z" />
  </>
)

const PASTRY = (
  <>
    <path
      className="mid"
      d="M14 76c2-26 21-43 46-43s44 17 46 43c1 8-8 12-14 6-7-9-18-15-32-15s-25 6-32 15c-6 6-15 2-14-6Z"
    />
    <path
      className="light"
      d="M28 46c8 6 13 13 16 23m3-33c4 9 5 18 5 31m21-31c-4 9-5 18-5 31m24-21c-8 6-13 13-16 23"
    />
  </>
)

const CAKE = (
  <>
    <path className="mid" d="M22 58h76v30a5 5 0 0 1-5 5H27a5 5 0 0 1-5-5V58Z" />
    <path
      className="pale"
      d="M22 58c0-9 17-15 38-15s38 6 38 15v7c0 5-7 5-8 0-1-4-8-4-9 1-1 7-9 7-10 0-1-5-8-5-9 0-1 8-10 8-11 0-1-5-8-5-9 0-1 5-8 5-9 0-1-4-8-4-9 0-1 4-4 3-4-1v-1Z"
    />
    <path className="light" d="M22 78h76" />
    <circle className="dark" cx="60" cy="36" r="7" />
    <path className="stroke" d="M61 29c1-6 4-9 9-11" />
  </>
)

const COOKIE = (
  <>
    <circle className="mid" cx="60" cy="60" r="37" />
    {[
      [48, 46, 5],
      [73, 44, 4],
      [64, 62, 6],
      [43, 68, 4],
      [80, 68, 5],
      [59, 83, 4],
    ].map(([cx, cy, r]) => (
      <circle key={`${cx}-${cy}`} className="dark" cx={cx} cy={cy} r={r} />
    ))}
    <path className="light" d="M34 43c5-8 12-12 20-13" />
  </>
)

const JAR = (
  <>
    <path
      className="mid"
      d="M36 40h48c6 5 8 10 8 17v30a8 8 0 0 1-8 8H36a8 8 0 0 1-8-8V57c0-7 2-12 8-17Z"
    />
    <rect className="dark" x="36" y="25" width="48" height="13" rx="3" />
    <rect className="pale" x="36" y="58" width="48" height="23" rx="3" />
    <path className="stroke" d="M45 67h30M50 74h20" />
  </>
)

const WINE = (
  <>
    <path
      className="mid"
      d="M53 16h14v24c0 7 10 10 10 21v38a6 6 0 0 1-6 6H49a6 6 0 0 1-6-6V61c0-11 10-14 10-21V16Z"
    />
    <rect className="dark" x="52" y="14" width="16" height="13" rx="2" />
    <rect className="pale" x="43" y="66" width="34" height="23" />
    <path className="stroke" d="M51 74h18M54 81h12" />
  </>
)

const BEER = (
  <>
    <rect className="mid" x="38" y="28" width="44" height="72" rx="7" />
    <path className="dark" d="M42 28l4-9h28l4 9H42Z" />
    <path className="pale" d="M38 48h44v32H38z" />
    <path className="stroke" d="M46 58h28M46 64h20M46 70h24" />
  </>
)

const LEAF = (
  <>
    <path
      className="mid"
      d="M60 18c14 13 22 27 22 42 0 17-10 29-22 35-12-6-22-18-22-35 0-15 8-29 22-42Z"
    />
    <path
      className="light"
      d="M60 34v68M60 54l12-9M60 54l-12-9m12 26 15-11M60 71 45 60m15 27 12-9m-12 9-12-9"
    />
  </>
)

const DROPPER = (
  <>
    <path
      className="mid"
      d="M44 54h32c5 2 7 6 7 11v28a7 7 0 0 1-7 7H44a7 7 0 0 1-7-7V65c0-5 2-9 7-11Z"
    />
    <rect className="dark" x="48" y="38" width="24" height="15" rx="3" />
    <path className="dark" d="M53 36V25a7 7 0 0 1 14 0v11H53Z" />
    <rect className="pale" x="37" y="68" width="46" height="20" />
    <path className="stroke" d="M46 75h28M50 81h20" />
  </>
)

const BAG = (
  <>
    <path
      className="mid"
      d="M34 34h52l5 59a6 6 0 0 1-6 6H35a6 6 0 0 1-6-6l5-59Z"
    />
    <path
      className="dark"
      d="M34 34l4-7 4 7 5-7 4 7 5-7 4 7 4-7 5 7 4-7 5 7 4-7 4 7v8H34v-8Z"
    />
    <circle className="pale" cx="60" cy="68" r="13" />
    <path className="stroke" d="m54 68 4 4 8-8" />
  </>
)

export type Drawing = { shapes: ReactNode; hue: number }

/** The first that fits what is known of the product. */
const BY_WORD: [RegExp, Drawing][] = [
  [/\b(cup)?cakes?\b|tart|pie\b|muffin/i, { shapes: CAKE, hue: 344 }],
  [/cookie|biscuit|brownie|bar\b/i, { shapes: COOKIE, hue: 26 }],
  [
    /croissant|pain au|roll\b|claw|danish|brioche|pastry/i,
    { shapes: PASTRY, hue: 36 },
  ],
  [
    /bread|loaf|sourdough|rye|baguette|ciabatta|focaccia|bagel|bun/i,
    { shapes: LOAF, hue: 30 },
  ],
  [/tincture|oil\b|drops|vape|cartridge/i, { shapes: DROPPER, hue: 172 }],
  [
    /beer|ale\b|ipa\b|lager|stout|pilsner|porter|cider|seltzer|saison|can\b/i,
    { shapes: BEER, hue: 42 },
  ],
  [
    /wine|rosé|red\b|white\b|sparkling|pinot|cabernet|riesling|chardonnay|merlot|zinfandel|syrah|brut/i,
    { shapes: WINE, hue: 338 },
  ],
  [
    /flower|flw-|pre-?roll|cannabis|dispensary|gumm|edible|indica|sativa|hybrid|leaf|tea\b|topical|balm/i,
    { shapes: LEAF, hue: 140 },
  ],
  [/granola|jam|honey|jar|pantry|spread|pickle/i, { shapes: JAR, hue: 48 }],
]
/** Colours that everybody expects, in degrees. */
const FLAVOURS: [RegExp, number][] = [
  [/lemon|banana|mango|citrus/i, 50],
  [/blanc|chardonnay|gewürz|gris\b|muscat|riesling|brut/i, 56],
  [/carrot|orange|peach|apricot|pumpkin|tangerine/i, 28],
  [/chocolate|cocoa|coffee|mocha|stout|porter/i, 18],
  [/strawberr|raspberr|cherry|rosé|rose\b|watermelon/i, 350],
  [/blueberr|grape|plum|blackberr|purple/i, 268],
  [/lime|pistachio|matcha|mint|apple|pear/i, 96],
]
const OTHER: Drawing = { shapes: BAG, hue: 210 }

/**
 * What a product is drawn as.
 *
 * @param hints - further words about it, the best first: category, SKU
 */
export function drawingOf(title: string, hints: string[] = []): Drawing {
  const found = [title, ...hints]
    .map((words) => BY_WORD.find(([pattern]) => pattern.test(words))?.[1])
    .find((drawing) => drawing !== undefined)
  const { shapes, hue } = found ?? OTHER
  const flavour = FLAVOURS.find(([pattern]) => pattern.test(title))?.[1]
  return { shapes, hue: flavour ?? hue + shade(title) }
}

/** Neighbours on a shelf differ a little, each always in the same way. */
function shade(title: string): number {
  const sum = [...title].reduce((total, { length }, index) => {
    return total + length * (title.charCodeAt(index) || 0)
  }, 0)
  return (sum % 31) - 15
}
