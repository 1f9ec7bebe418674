import { resolve } from 'node:path'
import { type AfterPackContext, Arch } from 'electron-builder'
import { stageEngine } from './stage-engine.ts'
import { parseTarget } from './target.ts'

/** electron-builder calls it for each target before it copies files. */
export async function beforePack({ electronPlatformName, arch }: AfterPackContext): Promise<void> {
  await stageEngine(resolve(import.meta.dirname, '../..'), parseTarget(electronPlatformName, Arch[arch] ?? ''))
}
