// Packages the built app around a folder that only looks like Electron, and proves the result: what is in the archive,
// what lies in the engine's folder, the fuses, the sizes, and that the packaged engine reads a sample with its own Node.
// Downloads nothing. What it cannot show: that Electron starts it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { extractAll, getRawHeader, listPackage } from '@electron/asar'
import { FuseState, type FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { fuses } from '../../assets/packaging/fuses.ts'
import { nodeVersion } from '../../assets/packaging/node-runtime.ts'
import { writeDummyElectron } from './dummy-electron.ts'
import { readFeed, windowsFeed } from './feeds.ts'
import { bytesBelow, filesBelow, megabytes } from './sizes.ts'

/** Installed size on Linux without Electron itself, in bytes. */
const budget = 220e6

const root = resolve(import.meta.dirname, '../..')
const work = join(root, 'out/package-check')
rmSync(work, { recursive: true, force: true })
const electron = join(work, 'electron')
writeDummyElectron(electron, root)
const electronBytes = bytesBelow(electron)

const builder = [join(root, 'node_modules/electron-builder/cli.js'), '--linux', '--dir', '--x64', '--publish', 'never']
const overrides = [`electronDist=${electron}`, `directories.output=${join(work, 'packages')}`]
execFileSync(process.execPath, [...builder, ...overrides.map((override) => `--config.${override}`)], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit']
})

let passed = 0
let failed = 0
function check(what: string, isGood: boolean): void {
  process.stdout.write(`${isGood ? 'ok  ' : 'FAIL'} ${what}\n`)
  if (isGood) passed += 1
  else failed += 1
}

const app = join(work, 'packages/linux-unpacked')
const archive = join(app, 'resources/app.asar')
const packed = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
const needed = [
  '/out/main/index.js',
  '/out/main/search-thread.js',
  '/out/main/store-thread.js',
  '/out/preload/index.cjs'
]
const pages = ['index', 'overlay', 'panel'].map((page) => `/out/renderer/${page}.html`)
for (const path of [...needed, ...pages, '/package.json', '/assets/packs/ppocr-v4-mobile/manifest.json']) {
  check(`the archive has ${path}`, packed.includes(path))
}
for (const part of ['main', 'renderer']) {
  const path = `/out/${part}/licences-of-packages.txt`
  check(`the archive has ${path}`, packed.includes(path))
}
const foreign = /^\/(node_modules|tests|main|preload|renderer|docs|out\/(?!main|preload|renderer))/
check('the archive has no packages, tests, sources or documents', !packed.some((path) => foreign.test(path)))
check('the archive has no maps and no TypeScript', !packed.some((path) => /\.(map|tsx?)$/.test(path)))
const isNative = (path: string): boolean => /\.(node|dll|dylib|exe|wasm)$|\.so(\.\d+)*$/.test(path)
check('the archive has no native file', !packed.some(isNative))
check(
  'nothing lies unpacked beside the archive',
  filesBelow(join(app, 'resources')).every((path) => !path.startsWith('app.asar.unpacked'))
)

const engine = join(app, 'resources/engine')
const engineFiles = filesBelow(engine)
const native = filesBelow(app).filter((path) => isNative(path) && path !== 'electron')
check(
  `all ${native.length} native files lie in the engine's folder`,
  native.length > 0 && native.every((path) => path.startsWith('resources/engine/'))
)
const bound = native.filter((path) => !path.endsWith('.wasm'))
check(
  'they are for this system only',
  bound.every((path) => /linux[-/]x64/.test(path))
)
check('the engine has no maps, no TypeScript', !engineFiles.some((path) => /\.(map|tsx?|d\.[cm]ts)$/.test(path)))
check(
  'the engine has licences of its packages',
  engineFiles.some((path) => path === 'node_modules/sharp/LICENSE')
)

const wire = await getCurrentFuseWire(join(app, 'glyphlens'))
const { version, strictlyRequireAllFuses: _strict, ...wanted } = fuses()
check(`fuses of version ${version}`, wire.version === version)
for (const [option, isOn] of Object.entries(wanted)) {
  const state = wire[Number(option) as FuseV1Options]
  check(`fuse ${option} is ${isOn ? 'on' : 'off'}`, state === (isOn ? FuseState.ENABLE : FuseState.DISABLE))
}

check('updates have a place where they are found', readFeed(join(app, 'resources')).provider !== '')
const { provider, publishers } = await windowsFeed(root, join(work, 'windows'))
check(`on Windows, too, and are taken of ${publishers.join(', ')} only`, provider !== '' && publishers.join('') !== '')

const { headerString } = getRawHeader(archive)
const digest = createHash('sha256').update(headerString).digest('hex')
check(`the archive's header has a hash to be pinned: ${digest.slice(0, 12)}`, digest.length === 64)

const extracted = join(work, 'extracted')
extractAll(archive, extracted)
const ownNode = join(engine, 'node')
const said = execFileSync(ownNode, ['--version'], { encoding: 'utf8' }).trim()
check(`the engine's Node is ${said}`, said === `v${nodeVersion}`)
const read = execFileSync(ownNode, [join(import.meta.dirname, 'read-with-packaged-engine.ts'), engine, extracted], {
  encoding: 'utf8'
})
check('the packaged engine reads a sample', read.includes('Willow Lane Tea House') && read.includes('欢迎再来'))

const sizes = {
  archive: readFileSync(archive).length,
  engine: bytesBelow(engine),
  all: bytesBelow(app) - electronBytes
}
process.stdout.write(
  `\nInstalled on Linux without Electron: ${megabytes(sizes.all)} of ${megabytes(budget)} ` +
    `(archive ${megabytes(sizes.archive)}, engine ${megabytes(sizes.engine)})\n`
)
check('the size is within its budget', sizes.all <= budget)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
if (failed > 0) process.exitCode = 1
