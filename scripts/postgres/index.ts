/**
 * PostgreSQL 18 from npm, for `npm start` and the tests: started on a folder,
 * ended with the process.
 */
export { binaryPackage } from "./binaries"
export { createDatabase, withClient } from "./database"
export { guard, type Guarded } from "./guard"
export { diskFull } from "./initialise"
export { livingOwner, releaseOwnership, takeOwnership } from "./owner"
export { freePort, isPortFree } from "./ports"
export {
  type PostgresOptions,
  type PostgresServer,
  removePostgres,
  startPostgres,
} from "./server"
export { errorCode, isDiskFull, SetupError } from "./setup-error"
