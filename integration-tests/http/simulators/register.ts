import type { Seed } from "../../simulators/dutchie/counter/seed"
import type { Running } from "../../simulators/shared/server"
import { startDutchieSimulator } from "../../simulators/dutchie/simulator"

/** An answer with its body as text and, where it is JSON, as a value. */
export type Reply = {
  status: number
  headers: Headers
  text: string
  /** The caller names what it expects; the assertions find out. */
  json<T>(): T
}

/** A Dutchie register with two products and a customer, and its two doors. */
export type Register = {
  url: string
  get(path: string, options?: Options): Promise<Reply>
  post(path: string, body: unknown, options?: Options): Promise<Reply>
  /** Below `/__sim`; fails when it is refused. */
  control<T>(route: string, body?: unknown): Promise<T>
  /** Submits an order for Anna, two eighths unless told otherwise. */
  order(content?: object, options?: Options): Promise<Reply>
  close(): Promise<void>
}
type Options = {
  key?: string
  password?: string
  headers?: Record<string, string>
}

export const KEY = "key-of-everything"
export const INVENTORY_KEY = "key-of-inventory"
export const KUSH = 101
export const GUMMIES = 102
export const ANNA = 501

export const SEED: Seed = {
  keys: [
    { key: KEY, integratorKey: "second" },
    { key: INVENTORY_KEY, roles: ["Inventory"] },
  ],
  products: [
    {
      productId: KUSH,
      sku: "FLW-KUSH-35",
      productName: "Kush 3.5 g",
      price: 40,
      medPrice: 36,
      flowerEquivalent: 3.5,
      stock: 10,
      packages: 2,
    },
    {
      productId: GUMMIES,
      sku: "EDI-GUM-100",
      productName: "Gummies 100 mg",
      price: 19.99,
      flowerEquivalent: 1,
      stock: 0,
    },
  ],
  customers: [
    {
      customerId: ANNA,
      firstName: "Anna",
      lastName: "Alvarez",
      emailAddress: "anna@example.com",
      phone: "+1 415 555 0123",
      externalCustomerId: "cus_anna",
    },
  ],
}

export async function openRegister(
  options: Parameters<typeof startDutchieSimulator>[0] = {}
): Promise<Register> {
  const running = await startDutchieSimulator({ seed: SEED, ...options })
  return registerAt(running)
}

/** The doors of a register that runs already. */
export function registerAt({ url, close }: Running): Register {
  const send = async (
    method: "GET" | "POST",
    path: string,
    body: unknown,
    { key = KEY, password = "", headers }: Options = {}
  ): Promise<Reply> => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        authorization: `Basic ${btoa(`${key}:${password}`)}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: <T>() => JSON.parse(text) as T,
    }
  }
  const post = (path: string, body: unknown, options?: Options) =>
    send("POST", path, body, options)
  return {
    url,
    close,
    post,
    get: (path, options) => send("GET", path, undefined, options),
    control: async <T>(route: string, body?: unknown) => {
      const method = body === undefined ? "GET" : "POST"
      const reply = await send(method, `/__sim${route}`, body)
      if (reply.status >= 400) {
        throw new Error(`${method} ${route}: ${reply.status} ${reply.text}`)
      }
      return reply.json<T>()
    },
    order: (content, options) =>
      post(
        "/preorder/submit",
        {
          customerId: ANNA,
          items: [{ productId: KUSH, quantity: 2 }],
          ...content,
        },
        options
      ),
  }
}
