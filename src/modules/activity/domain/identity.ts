/** A customer's id as Medusa makes it: `cus_` and a ULID. */
const CUSTOMER_ID = /^cus_[0-9A-HJKMNP-TV-Z]{26}$/

/**
 * The customer an event claims to be of, when its user id is one's id. Such an
 * id has 80 random bits and is told to nobody but the customer and the shop,
 * so that who knows it is believed. An e-mail address, a number or a name can
 * be guessed: it stays what a client says (`user_id`) and is believed by nobody.
 *
 * @param user_id - `userId` of Segment and RudderStack, the id that PostHog
 * identifies; whatever the client sent
 */
export function claimedCustomer(user_id: string | null): string | null {
  return user_id !== null && CUSTOMER_ID.test(user_id) ? user_id : null
}
