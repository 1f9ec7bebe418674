import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { type ByteRange, parseRange } from '../../policy/range.ts'

/** What an address of the app's scheme leads to: a file, or bytes that lie in no file. */
export type Served = { readonly type: string } & ({ readonly path: string } | { readonly bytes: Uint8Array })

/** How long a page may keep what it got. What is named by its own hash never changes. */
export const keeping = {
  forGood: 'private, max-age=31536000, immutable',
  notAtAll: 'no-store'
} as const

/** Headers of every answer: the type is what we say, and no other page may embed it. */
const always = { 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' }

/** Without content. */
export function empty(status: 400 | 404 | 405 | 500): Response {
  return new Response(null, {
    status,
    headers: { ...always, 'cache-control': keeping.notAtAll, ...(status === 405 && { allow: 'GET, HEAD' }) }
  })
}

/** All of it, or the part that was asked for. Rejects when the file cannot be opened. */
export async function serve(request: Request, served: Served, headers: Readonly<Record<string, string>>) {
  if ('bytes' in served) {
    const { bytes } = served
    return answer(
      request,
      bytes.byteLength,
      { ...headers, 'content-type': served.type },
      ({ first, last }) => new Uint8Array(bytes.subarray(first, last + 1))
    )
  }
  const file = await open(served.path)
  try {
    const facts = await file.stat()
    if (!facts.isFile()) {
      await file.close()
      return empty(404)
    }
    const response = answer(request, facts.size, { ...headers, 'content-type': served.type }, (part) =>
      stream(file, part)
    )
    if (response.body === null) await file.close()
    return response
  } catch (thrown) {
    await file.close()
    throw thrown
  }
}

type Body = ConstructorParameters<typeof Response>[0]

interface Part {
  readonly first: number
  readonly last: number
}

function answer(
  request: Request,
  size: number,
  own: Readonly<Record<string, string>>,
  body: (part: Part) => Body
): Response {
  const headers = { ...always, ...own, 'accept-ranges': 'bytes' }
  const range: ByteRange = parseRange(request.headers.get('range'), size)
  if (range.kind === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...always, 'content-range': `bytes */${size}` } })
  }
  const part = range.kind === 'part' ? range : { first: 0, last: size - 1 }
  const length = part.last - part.first + 1
  return new Response(request.method === 'HEAD' || length === 0 ? null : body(part), {
    status: range.kind === 'part' ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(length),
      ...(range.kind === 'part' && { 'content-range': `bytes ${part.first}-${part.last}/${size}` })
    }
  })
}

/** Closes the file at its end, and when nobody wants the rest. */
function stream(file: FileHandle, { first, last }: Part): Body {
  return Readable.toWeb(file.createReadStream({ start: first, end: last })) as ReadableStream<Uint8Array>
}
