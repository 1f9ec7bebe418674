import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readCatalogue } from '../../main/packs/catalogue.ts'
import { isSound } from '../../main/packs/check.ts'
import { engineParts, isForDevelopers } from './engine-files.ts'
import { placeNode } from './node-runtime.ts'
import { shippedPack, shippedPacksFolder } from './shipped-pack.ts'
import { type Target, targetName } from './target.ts'

/** Puts the engine of a target together in `out/stage/<target>/engine`, as it will lie beside the archive. */
export async function stageEngine(root: string, target: Target): Promise<string> {
  const folder = join(root, 'out/stage', targetName(target), 'engine')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await cp(join(root, 'out/engine'), folder, { recursive: true })
  await cp(join(root, 'assets/packaging/engine-package.json'), join(folder, 'package.json'))
  for (const { name, paths } of engineParts(target)) await copyPackage(root, folder, name, paths)
  const program = target.platform === 'win32' ? 'node.exe' : 'node'
  await placeNode(target, join(folder, program), { root, cache: join(root, 'out/node') })
  await copyShippedPack(root, folder)
  return folder
}

async function copyPackage(root: string, folder: string, name: string, paths: readonly string[]): Promise<void> {
  const from = join(root, 'node_modules', name)
  const to = join(folder, 'node_modules', name)
  if ((await stat(from).catch(() => undefined)) === undefined) {
    throw new Error(
      `The package ${name} is not installed, which the engine needs. For another system than this one, install with ` +
        '`npm ci --os=<system> --cpu=<processor>` before packaging.'
    )
  }
  const licences = (await readdir(from)).filter((file) => /^(licen[cs]e|notice|copying|third)/i.test(file))
  for (const path of new Set(['package.json', ...licences, ...paths])) {
    await cp(join(from, path), join(to, path), { recursive: true, filter: isShipped })
  }
}

/** Packages inside of packages are named by themselves, as far as they are needed. */
function isShipped(path: string): boolean {
  return !isForDevelopers(path) && basename(path) !== 'node_modules'
}

/** A release brings the better pack along; without it the embedded one reads, and the log of the build says so. */
async function copyShippedPack(root: string, folder: string): Promise<void> {
  const from = join(shippedPacksFolder(root), shippedPack)
  const manifest = (await readCatalogue()).find(({ id }) => id === shippedPack)
  if (manifest !== undefined && (await isSound(manifest, from))) {
    await cp(from, join(folder, 'packs', shippedPack), { recursive: true })
    return
  }
  process.stderr.write(
    `warning: the pack ${shippedPack} is not in this package, because nobody has fetched it (npm run packs:fetch).\n`
  )
}
