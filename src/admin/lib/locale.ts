/**
 * Turns the dashboard's language code into a BCP 47 tag: Medusa writes `ptBR`
 * where `Intl` wants `pt-BR`.
 *
 * @param language - a code of the dashboard's language list, for example `zhCN`
 */
export function toLocale(language: string): string {
  const tag = language.replace(/^([a-z]{2})([A-Z]{2})$/, "$1-$2")
  return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ? tag : "en"
}
