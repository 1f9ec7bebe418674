import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AfterPackContext, Arch, build, Platform } from 'electron-builder'
import { parse } from 'yaml'
import { z } from 'zod'

/** What an installed app knows about its updates: where they are, and on Windows who has to have signed them. */
export interface Feed {
  readonly provider: string
  readonly publishers: readonly string[]
}

const feedFile = z.looseObject({
  provider: z.string(),
  publisherName: z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([])
})

/** The feed beside an archive; throws when there is none, or it names no provider. */
export function readFeed(resources: string): Feed {
  const { provider, publisherName } = feedFile.parse(parse(readFileSync(join(resources, 'app-update.yml'), 'utf8')))
  return { provider, publishers: publisherName }
}

class Enough extends Error {}

/**
 * The feed of an installer for Windows, as electron-builder writes it from the project's settings: on any system, because the build
 * ends before anything is packed. `work` is an empty folder for it.
 */
export async function windowsFeed(root: string, work: string): Promise<Feed> {
  let resources = ''
  const beforePack = async (context: AfterPackContext): Promise<void> => {
    resources = context.packager.getResourcesDir(context.appOutDir)
    mkdirSync(resources, { recursive: true })
    await context.packager.info.emitAfterPack(context)
    throw new Enough()
  }
  try {
    await build({
      projectDir: root,
      targets: Platform.WINDOWS.createTarget('nsis', Arch.x64),
      publish: 'never',
      config: { beforePack, afterPack: null, directories: { output: work } }
    })
  } catch (thrown) {
    if (!(thrown instanceof Enough)) throw thrown
  }
  return readFeed(resources)
}
