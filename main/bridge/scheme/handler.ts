import { assertNever, Failure } from '../../failure.ts'
import { describe } from '../../log/describe.ts'
import type { Log } from '../../log/line.ts'
import { type Asset, resolveAsset } from '../../policy/asset.ts'
import { pageForOneLoad } from './page.ts'
import { empty, keeping, type Served, serve } from './served.ts'

export interface SchemePorts {
  /** Absolute folder of the built window. */
  readonly root: string
  /** A picture of the library as a browser can show it, and its small one. Throw `library-picture-missing`. */
  readonly image: (id: string) => Promise<Served>
  readonly thumbnail: (id: string) => Promise<Served>
  /** The still picture of a screen; undefined when the capture is over. */
  readonly frame: (id: string) => Served | undefined
  /** A picture as it will be sent; undefined when it was forgotten. */
  readonly sent: (id: string) => Served | undefined
  readonly log: Log
}

/** Answers what the windows ask for on the app's own scheme. Never rejects. */
export function createSchemeHandler(ports: SchemePorts): (request: Request) => Promise<Response> {
  return async (request) => {
    const asset = resolveAsset(request, ports.root)
    if (asset.kind === 'refused') return empty(asset.status)
    try {
      return await respond(request, asset, ports)
    } catch (thrown) {
      if (isMissing(thrown)) return empty(404)
      ports.log({ level: 'warning', message: `cannot serve a ${asset.kind}`, detail: describe(thrown) })
      return empty(500)
    }
  }
}

async function respond(
  request: Request,
  asset: Exclude<Asset, { kind: 'refused' }>,
  { image, thumbnail, frame, sent }: SchemePorts
): Promise<Response> {
  switch (asset.kind) {
    case 'file': {
      if (!asset.path.endsWith('.html')) return await serve(request, asset, { 'cache-control': 'no-cache' })
      const { served, headers } = await pageForOneLoad(asset.path)
      return await serve(request, served, headers)
    }
    case 'image':
      return await serve(request, await image(asset.id), { 'cache-control': keeping.forGood })
    case 'thumbnail':
      return await serve(request, await thumbnail(asset.id), { 'cache-control': keeping.forGood })
    case 'frame':
    case 'sent': {
      const served = (asset.kind === 'frame' ? frame : sent)(asset.id)
      return served === undefined ? empty(404) : await serve(request, served, { 'cache-control': keeping.notAtAll })
    }
    default:
      return assertNever(asset, 'an asset of no known kind')
  }
}

function isMissing(thrown: unknown): boolean {
  if (thrown instanceof Failure) return thrown.code === 'library-picture-missing'
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  return code === 'ENOENT' || code === 'EISDIR'
}
