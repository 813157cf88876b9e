/**
 * Topic of one route's driver pages. Whoever changes the route publishes
 * `{ event: "changed", data: {} }` here after the commit; each page's stream
 * reads the state anew.
 */
export const routeTopic = (routeId: string): string => `route:${routeId}`
