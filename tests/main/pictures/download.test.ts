import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DownloadOptions } from '../../../main/pictures/download.ts'
import { getPicture } from '../../../main/pictures/get-picture.ts'
import type { Received } from '../../../main/pictures/source.ts'

const contents = Buffer.from('the bytes of a picture')
const quick = { answer: 300, idle: 300, total: 5000 }

/** Pieces without end. */
function* pieces(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(64 * 1024)
}

const redirect =
  (to: string, status = 302): RequestListener =>
  (_, response) => {
    response.writeHead(status, { location: to }).end('moved')
  }

const answers: Record<string, RequestListener> = {
  '/scan%20%E6%88%AA.png': (_, response) => response.setHeader('content-length', contents.length).end(contents),
  '/packed': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(contents)),
  '/bomb': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000))),
  '/empty': (_, response) => response.end(),
  '/page': (_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end('<html></html>'),
  '/denied': (_, response) => response.writeHead(403).end(),
  '/broken': (_, response) => response.writeHead(500).end(),
  '/silent': () => undefined,
  '/stalls': (_, response) => response.write(contents),
  '/endless': (_, response) => void Readable.from(pieces()).pipe(response),
  '/huge': (_, response) => response.setHeader('content-length', 1e12).write('x'),
  '/cut': (_, response) => {
    response.setHeader('content-length', 1000)
    response.write(contents, () => response.destroy())
  },
  '/circle': redirect('/circle'),
  '/once': redirect('scan%20%E6%88%AA.png', 301),
  '/5': redirect('/4'),
  '/4': redirect('/3'),
  '/3': redirect('/2'),
  '/2': redirect('/once'),
  '/6': redirect('/5'),
  '/to-file': redirect('file:///etc/passwd'),
  '/to-data': redirect('data:image/png;base64,AAAA'),
  '/to-password': redirect('http://me:secret@127.0.0.1/'),
  '/to-metadata': redirect('http://169.254.169.254/latest/'),
  '/to-mapped': redirect('http://[::ffff:127.0.0.1]/'),
  '/to-number': redirect('http://2130706433/'),
  '/nowhere': (_, response) => response.writeHead(302).end()
}

describe('download', () => {
  let server: Server
  let base = ''
  const heard: string[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      heard.push(`${request.headers.host}${request.url}`)
      const answer = answers[request.url ?? '']
      if (answer) answer(request, response)
      else response.writeHead(404).end()
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const get = (path: string, options: DownloadOptions = {}) =>
    getPicture({ kind: 'url', url: new URL(path, base).href }, { allowPrivate: true, times: quick, ...options })

  test('gives bytes, name and progress', async () => {
    const progress: Received[] = []
    const picture = await get('/scan%20%E6%88%AA.png', { onProgress: (received) => progress.push(received) })
    expect(picture.name).toBe('scan 截.png')
    expect(Buffer.from(picture.bytes)).toEqual(contents)
    expect(progress).toEqual([{ received: contents.length, total: contents.length }])
  })

  test('unpacks what was packed for the way', async () => {
    expect(Buffer.from((await get('/packed')).bytes)).toEqual(contents)
  })

  test.each(['/once', '/5'])('follows redirects: %s', async (path) => {
    expect(Buffer.from((await get(path)).bytes)).toEqual(contents)
  })

  test.each([
    ['/missing', 'picture-download', /no picture at this address \(HTTP 404\)/],
    ['/denied', 'picture-download', /HTTP 403/],
    ['/broken', 'picture-download', /HTTP 500/],
    ['/nowhere', 'picture-download', /HTTP 302/],
    ['/page', 'picture-format', /web page/],
    ['/empty', 'picture-empty', /empty/],
    ['/silent', 'picture-download', /too long/],
    ['/stalls', 'picture-download', /too long/],
    ['/cut', 'picture-download', /cut/],
    ['/circle', 'picture-download', /circles/],
    ['/6', 'picture-download', /circles/],
    ['/huge', 'picture-too-many-bytes', /larger/],
    ['/endless', 'picture-too-many-bytes', /larger/],
    ['/bomb', 'picture-too-many-bytes', /larger/],
    ['/to-file', 'picture-download', /file:/],
    ['/to-data', 'picture-download', /data:/],
    ['/to-password', 'picture-download', /password/],
    ['/to-metadata', 'picture-download', /private network/],
    ['/to-mapped', 'picture-download', /private network/]
  ])('fails for %s by %s', async (path, code, message) => {
    await expect(get(path, { limits: { bytes: 1_000_000 } })).rejects.toMatchObject({
      name: 'Failure',
      code,
      message: expect.stringMatching(message),
      advice: expect.any(String)
    })
  })

  test('ends by the total time, however alive the server is', async () => {
    const times = { answer: 5000, idle: 5000, total: 200 }
    await expect(get('/endless', { times, limits: { bytes: 1e12 }, lookup: async () => [] })).rejects.toMatchObject({
      message: expect.stringMatching(/too long/)
    })
  })

  test('can be cancelled before and during the answer', async () => {
    for (const path of ['/silent', '/stalls']) {
      const controller = new AbortController()
      // No limit of time may come before: the machine may be busy.
      const times = { answer: 30_000, idle: 30_000, total: 60_000 }
      const outcome = get(path, { times, signal: controller.signal, onProgress: () => controller.abort() })
      if (path === '/silent') controller.abort()
      await expect(outcome).rejects.toMatchObject({ code: 'cancelled' })
    }
  })

  test('does not ask a private host unless told to, nor another one afterwards', async () => {
    const port = new URL(base).port
    heard.length = 0
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:7f00:1]', '2130706433', '0x7f.1']) {
      await expect(get(`http://${host}:${port}/once`, { allowPrivate: false })).rejects.toMatchObject({
        code: 'picture-download',
        message: expect.stringMatching(/private network/)
      })
    }
    expect(heard).toEqual([])
    answers['/away'] = redirect(`http://localhost:${port}/once`)
    await expect(get('/away')).rejects.toMatchObject({ message: expect.stringMatching(/private network/) })
    expect(heard).toEqual([`127.0.0.1:${port}/away`])
  })

  test('refuses a redirect from a public host to a private one, and a name with one private address', async () => {
    const asked: string[] = []
    const options: DownloadOptions = {
      allowPrivate: false,
      lookup: async (name) => (name === 'mixed.example' ? ['93.184.215.14', '10.0.0.1'] : ['93.184.215.14']),
      fetch: async (input) => {
        asked.push(new Request(input).url)
        return new Response(null, { status: 302, headers: { location: `${base}/once` } })
      }
    }
    const refused = { message: expect.stringMatching(/private network/) }
    await expect(get('https://public.example/a', options)).rejects.toMatchObject(refused)
    // Typing a public address is no leave for private ones either.
    await expect(get('https://public.example/b', { ...options, allowPrivate: true })).rejects.toMatchObject(refused)
    await expect(get('https://mixed.example/', options)).rejects.toMatchObject(refused)
    expect(asked).toEqual(['https://public.example/a', 'https://public.example/b'])
  })

  test.each(['', 'not an address', 'ftp://example.org/a.png', 'file:///etc/passwd', 'javascript:alert(1)', 'http://'])(
    'refuses %j',
    async (url) => {
      await expect(getPicture({ kind: 'url', url })).rejects.toMatchObject({ code: 'picture-download' })
    }
  )

  test('says when there is nobody, and keeps the cause', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    closed.close()
    await once(closed, 'close')
    const outcome = get(`http://127.0.0.1:${port}/a.png`)
    await expect(outcome).rejects.toMatchObject({ code: 'picture-download', cause: expect.any(Error) })
  })
})
