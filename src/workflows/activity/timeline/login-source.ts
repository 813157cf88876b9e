import { loginCursor, readLogins, toLogin } from "../list-logins"
import type { TimelineSource } from "./source"

/** When the customer logged in, and when somebody was refused. */
export const loginSource: TimelineSource = {
  kind: "login",
  async read({ customer_id, after, limit, container }) {
    const rows = await readLogins(customer_id, { limit, after }, container)
    return rows.map((row) => {
      const { device, place, is_new_device, is_burst } = toLogin(row)
      return {
        position: loginCursor(row),
        entry: {
          id: `login:${row.id}`,
          kind: "login",
          name: `login.${row.outcome}`,
          at: row.at.toISOString(),
          reference: null,
          data: { device, place, is_new_device, is_burst },
        },
      }
    })
  },
}
