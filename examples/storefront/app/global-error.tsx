"use client"

/** When not even the frame of the page could be made: the shop is away. */
export default function GlobalError({ reset }: { reset(): void }) {
  return (
    <html lang="en">
      <body
        style={{
          font: "1rem/1.6 system-ui, sans-serif",
          maxWidth: "32rem",
          margin: "20vh auto",
          padding: "0 1.5rem",
          textAlign: "center",
        }}
      >
        <title>The shop is not answering</title>
        <h1 style={{ fontFamily: "Georgia, serif" }}>
          The shop is not answering
        </h1>
        <p>It may be starting. What is in your cart is kept.</p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </body>
    </html>
  )
}
