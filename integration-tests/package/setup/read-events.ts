/**
 * The data of the first events of a stream that needs a header, which a
 * browser's EventSource cannot send: the dashboard reads it with fetch as well.
 */
export async function readEvents<T>(
  url: string,
  headers: Record<string, string>,
  count: number
): Promise<T[]> {
  const response = await fetch(url, {
    headers: { accept: "text/event-stream", ...headers },
  })
  const decoder = new TextDecoder()
  let text = ""
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    const events = [...text.matchAll(/^data: ?(.*)\n/gm)].map(
      ([, data]) => JSON.parse(data) as T
    )
    if (events.length >= count) {
      // Leaving the loop ends the stream.
      return events.slice(0, count)
    }
  }
  throw new Error(`${url} ended with ${response.status}: ${text}`)
}
