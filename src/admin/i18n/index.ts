import en from "./en.json"
import es from "./es.json"
import vi from "./vi.json"

/**
 * Our texts by the dashboard's language codes. Other languages fall back to
 * English, as the dashboard's own do.
 */
export default {
  en: { cornerstore: en },
  es: { cornerstore: es },
  vi: { cornerstore: vi },
}
