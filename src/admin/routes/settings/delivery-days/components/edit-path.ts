/** Where an exception is changed. */
export const editPath = (id: string): string =>
  `/settings/delivery-days/edit/${id}`
