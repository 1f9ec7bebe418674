import { resolve } from 'node:path'
import { asFailure } from '../../main/failure.ts'
import { readCatalogue } from '../../main/packs/catalogue.ts'
import { defaultDownloadLimits } from '../../main/packs/download.ts'
import { fetchPack } from '../../main/packs/fetch.ts'
import { shippedPack, shippedPacksFolder } from './shipped-pack.ts'

/** Fetches the pack that releases bring along, pinned by the hashes of its manifest. */
const manifest = (await readCatalogue()).find(({ id }) => id === shippedPack)
if (manifest === undefined) throw new TypeError(`there is no manifest of ${shippedPack}`)
try {
  await fetchPack(manifest, {
    packs: shippedPacksFolder(resolve(import.meta.dirname, '../..')),
    fetch: globalThis.fetch,
    limits: defaultDownloadLimits,
    signal: new AbortController().signal,
    onProgress: () => undefined
  })
  process.stdout.write(`${manifest.title} is ready to be packaged.\n`)
} catch (thrown) {
  const { message, advice = '' } = asFailure(thrown)
  process.stderr.write(`${message} ${advice}\n`)
  process.exitCode = 1
}
