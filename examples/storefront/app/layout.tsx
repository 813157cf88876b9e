import type { Metadata, Viewport } from "next"
import type { ReactNode } from "react"

import { ConsentBar } from "@/components/consent/consent-bar"
import { CartProvider } from "@/components/providers/cart"
import { CustomerProvider } from "@/components/providers/customer"
import { ShopProvider } from "@/components/providers/shop"
import { VisitorProvider } from "@/components/providers/visitor"
import { VisitorLink } from "@/components/providers/visitor-link"
import { SiteFooter } from "@/components/site-footer"
import { SiteHeader } from "@/components/site-header"
import { readSettings } from "@/lib/settings"

import "./globals.css"

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await readSettings()
  return {
    title: { default: name, template: `%s · ${name}` },
    description: `${name}: from around the corner, brought to your door at the hour you choose.`,
  }
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf9f4" },
    { media: "(prefers-color-scheme: dark)", color: "#15130f" },
  ],
}

export default async function RootLayout({
  children,
}: {
  children: ReactNode
}) {
  const settings = await readSettings()
  return (
    <html lang={settings.locale.slice(0, 2)}>
      <body>
        <ShopProvider settings={settings}>
          <VisitorProvider>
            <CustomerProvider>
              <CartProvider>
                <VisitorLink />
                <SiteHeader />
                <main id="content">{children}</main>
                <SiteFooter name={settings.name} />
                <ConsentBar />
              </CartProvider>
            </CustomerProvider>
          </VisitorProvider>
        </ShopProvider>
      </body>
    </html>
  )
}
