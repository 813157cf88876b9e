import { usePosConnection } from "../../../../../hooks/api/pos"

export function ConnectionBreadcrumb({ id }: { id: string | undefined }) {
  const { connection } = usePosConnection(id ?? "")
  return connection ? <span>{connection.name}</span> : null
}
