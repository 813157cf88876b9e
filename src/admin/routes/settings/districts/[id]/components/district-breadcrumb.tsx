import { useDistrict } from "../../../../../hooks/api/districts"

export function DistrictBreadcrumb({ id }: { id: string | undefined }) {
  const { district } = useDistrict(id ?? "")
  return district ? <span>{district.name}</span> : null
}
