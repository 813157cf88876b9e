/**
 * Topic of one delivery's tracker pages. Whoever changes a booking publishes
 * `{ event: "changed", data: {} }` here after the commit: a hint without
 * personal data, on which each page's stream reads the state anew.
 */
export const trackerTopic = (bookingId: string): string => `track:${bookingId}`
