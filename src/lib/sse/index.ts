export { createSseHub } from "./hub"
export { closeSseHub, getSseHub } from "./process-hub"
export { trackerTopic } from "./tracker-topic"
export type {
  RedisLike,
  SseHub,
  SseHubOptions,
  SseMessage,
  SseOutgoing,
  SseStats,
  SseSubscription,
  SubscribeOptions,
} from "./types"
