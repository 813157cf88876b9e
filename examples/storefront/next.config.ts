import path from "node:path"

import type { NextConfig } from "next"

const config: NextConfig = {
  // Pictures are shown as the shop serves them; there is no optimiser to run.
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: {
    // In this repository the SDK is read from ../../src/sdk (see tsconfig.json).
    // In a shop of your own, drop this line and the entry in `paths`.
    root: path.join(import.meta.dirname, "../.."),
  },
}

export default config
