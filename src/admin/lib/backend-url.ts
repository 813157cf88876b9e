/** Where the server is, as other systems call it; no slash at the end. */
export function backendUrl(): string {
  return new URL(__BACKEND_URL__ ?? "/", window.location.origin).href.replace(
    /\/$/,
    ""
  )
}
