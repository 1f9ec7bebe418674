import { z } from 'zod'

/** The part of Vite's manifest that says which built file loads which; keys are source files. */
export const viteManifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([])
  })
)
export type ViteManifest = z.infer<typeof viteManifest>

/** What a page has loaded before it can be used, and what a room brings along when it is entered. */
export interface Loaded {
  /** Built files, each once. */
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

/** All files of these entries with everything that they import, dynamic imports aside. Throws for entries that are not there. */
export function loadedBy(manifest: ViteManifest, entries: readonly string[]): Loaded {
  const reached = new Set<string>()
  const reach = (name: string): void => {
    if (reached.has(name)) return
    reached.add(name)
    for (const imported of chunk(manifest, name).imports) reach(imported)
  }
  for (const entry of entries) reach(entry)
  const chunks = Array.from(reached, (name) => chunk(manifest, name))
  return {
    scripts: unique(chunks.map(({ file }) => file).filter((file) => file.endsWith('.js'))),
    styles: unique(chunks.flatMap(({ css }) => css))
  }
}

function chunk(manifest: ViteManifest, name: string): ViteManifest[string] {
  const found = manifest[name]
  if (found === undefined) throw new Error(`the build has no ${name}`)
  return found
}

function unique(files: readonly string[]): string[] {
  return Array.from(new Set(files))
}
