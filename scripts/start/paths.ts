import path from "node:path"

/** The repository and what a start keeps in it. */
export type Paths = {
  root: string
  /** Everything generated: data, secrets, the built app. Ignored by git. */
  home: string
  /** Which process serves from this folder. */
  owner: string
  postgres: string
  secrets: string
  state: string
  demo: string
  /** What each step of a start printed. */
  logs: string
  /** The built app; `outDir` of tsconfig.json says the same. */
  app: string
  /** Uploaded files, kept outside the app because each build replaces it. */
  uploads: string
}

/** @param root - absolute folder of the repository */
export function pathsOf(root: string): Paths {
  const home = path.join(root, ".cornerstore")
  const at = (...parts: string[]) => path.join(home, ...parts)
  return {
    root,
    home,
    owner: at("owner.json"),
    postgres: at("postgres"),
    secrets: at("secrets.json"),
    state: at("state.json"),
    demo: at("demo.json"),
    logs: at("logs"),
    app: at("app"),
    uploads: at("static"),
  }
}
