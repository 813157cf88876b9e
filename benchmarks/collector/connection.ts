import { connect, type Socket } from "node:net"
import { once } from "node:events"

const HEAD_END = "\r\n\r\n"

/**
 * A connection that is kept open and has one request on its way at a time.
 * Node's own client costs as much as the server that is measured; this one
 * reads a status and where the answer ends, and nothing else.
 */
export class Connection {
  private received = ""
  private waiting:
    { resolve(status: number): void; reject(error: Error): void } | undefined

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true)
    socket.setEncoding("latin1")
    socket.on("data", (chunk: string) => this.take(chunk))
    socket.once("close", () => this.fail(new Error("The connection ended")))
    socket.once("error", (error) => this.fail(error))
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect({ port, host: "127.0.0.1" })
    await once(socket, "connect")
    return new Connection(socket)
  }

  /** @returns the status of the answer, once all of it is there */
  send(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) {
        reject(new Error("The connection ended"))
        return
      }
      this.waiting = { resolve, reject }
      this.socket.write(request)
    })
  }

  close(): void {
    this.socket.destroy()
  }

  private take(chunk: string): void {
    this.received += chunk
    const status = statusOfComplete(this.received)
    if (status !== null) {
      this.received = ""
      const { waiting } = this
      this.waiting = undefined
      waiting?.resolve(status)
    }
  }

  private fail(error: Error): void {
    this.waiting?.reject(error)
    this.waiting = undefined
  }
}

/**
 * Status of an answer, or null while a part of it is missing.
 *
 * @param text - of one answer at most, a character for each byte
 */
export function statusOfComplete(text: string): number | null {
  const end = text.indexOf(HEAD_END)
  if (end < 0) {
    return null
  }
  const head = text.slice(0, end).toLowerCase()
  const [, length] = /\r\ncontent-length: (\d+)/.exec(head) ?? []
  const isComplete = head.includes("\r\ntransfer-encoding: chunked")
    ? text.endsWith("\r\n0\r\n\r\n")
    : text.length >= end + HEAD_END.length + Number(length ?? 0)
  return isComplete ? Number(head.slice("http/1.1 ".length, 12)) : null
}
