import { EntityManager } from "typeorm"

/** What a query needs of TypeORM: the store's connection or a transaction. */
export type Sql = Pick<EntityManager, "query">
