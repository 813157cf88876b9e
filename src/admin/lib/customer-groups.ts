/** A customer group of Medusa's, as it is chosen. */
export type CustomerGroup = { id: string; name: string }

/** What a group is called; its id while that is not known. */
export const groupName = (
  id: string,
  groups: CustomerGroup[] | undefined
): string => groups?.find((group) => group.id === id)?.name ?? id
