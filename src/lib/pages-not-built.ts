/** What is built for browsers is not there; somebody has to build it. */
export class PagesNotBuilt extends Error {
  override name = "PagesNotBuilt"
}
