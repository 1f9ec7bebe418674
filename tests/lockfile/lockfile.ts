import { z } from 'zod'

const lockedPackage = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional()
})

/** The part of package-lock.json (version 3) that the checks look at; keys are paths, '' is the project. */
export const lockfileSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), lockedPackage)
})
export type Lockfile = z.infer<typeof lockfileSchema>

/** The systems that users work on, as npm's binary packages name them. */
export const supportedSystems = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'] as const

/** Words of a package name that tie it to a system or a C library that is not ours. */
const foreignWords =
  /(^|[-/@])(android|freebsd|netbsd|openbsd|sunos|aix|openharmony|webcontainers|wasm32|musl|musleabihf|linuxmusl)([-/]|$)/
const systemWord = /(^|[-/])(linux|darwin|win32)-(\w+)/

/** A name without a system, `fsevents` for one, is taken to be wanted by somebody. */
function isWanted(name: string): boolean {
  if (foreignWords.test(name)) return false
  const [, , system, processor] = systemWord.exec(name) ?? []
  if (system === undefined) return true
  return supportedSystems.some((supported) => supported === `${system}-${processor}`)
}

/** Where Node looks for `name` when the package at `path` asks for it, nearest first. */
function candidates(path: string, name: string): string[] {
  const places: string[] = []
  for (let place = path; ; ) {
    places.push(place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`)
    if (place === '') return places
    const outer = place.lastIndexOf('/node_modules/')
    place = outer === -1 ? '' : place.slice(0, outer)
  }
}

export interface Gap {
  /** Path of the package that wants the binary; '' is the project itself. */
  readonly wantedBy: string
  readonly name: string
  readonly version: string
}

/**
 * Binaries for supported systems that a package names and the lockfile lacks. npm leaves one out without a word when
 * the registry did not have it on the day of the install; users of that system then have a tool that does not start.
 */
export function findGaps(lockfile: Lockfile): Gap[] {
  return Object.entries(lockfile.packages).flatMap(([path, locked]) =>
    Object.entries(locked.optionalDependencies ?? {})
      .filter(([name]) => isWanted(name))
      .filter(([name]) => !candidates(path, name).some((place) => place in lockfile.packages))
      .map(([name, version]) => ({ wantedBy: path, name, version }))
  )
}

/** Paths of packages that could be swapped without notice: nothing proves their bytes. */
export function findUnproven(lockfile: Lockfile): string[] {
  return Object.entries(lockfile.packages)
    .filter(([path, locked]) => path !== '' && locked.link !== true && locked.integrity === undefined)
    .map(([path]) => path)
}

/** Names of packages that want to run a script at install and that `allowScripts` does not forbid. */
export function findScripts(lockfile: Lockfile, allowScripts: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(lockfile.packages)
    .filter(([, locked]) => locked.hasInstallScript === true)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
    .filter((name) => allowScripts[name] !== false)
}
