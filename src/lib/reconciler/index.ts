export { runReconcilers } from "./run-reconcilers"
export type { ReconcilerStore, RunReconcilersInput } from "./run-reconcilers"
export { tickOf } from "./tick"
export type { Reconciler, ReconcilerOutcome } from "./types"
