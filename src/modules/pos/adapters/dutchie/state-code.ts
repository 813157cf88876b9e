/**
 * A state as Dutchie writes it. Medusa's storefronts keep ISO 3166-2 (`us-ca`)
 * or whatever the customer typed.
 *
 * @returns for example `CA`; text of another form as it is
 */
export function stateCode(province: string | null): string | null {
  const text = province?.trim()
  if (!text) {
    return null
  }
  const iso = /^us-([a-z]{2})$/i.exec(text)
  if (iso) {
    return iso[1].toUpperCase()
  }
  return /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text
}
