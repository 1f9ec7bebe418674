import { open, readdir, readFile, readlink, realpath } from 'node:fs/promises'

/** Which of some files another program has open for writing, as far as the system tells. */
export async function filesBeingWritten(
  paths: readonly string[],
  platform: NodeJS.Platform = process.platform
): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set()
  if (platform === 'linux') return await openOnLinux(paths)
  if (platform === 'win32') return await lockedOnWindows(paths)
  // macOS tells only at the price of starting another program; its screenshots appear whole.
  return new Set()
}

/** Linux shows the open files of the person's own processes. */
async function openOnLinux(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const wanted = new Map(await Promise.all(paths.map(async (path) => [await real(path), path] as const)))
  const found = new Set<string>()
  for (const process of await list('/proc')) {
    if (!/^\d+$/.test(process)) continue
    const look = async (number: string): Promise<void> => {
      const path = wanted.get(await target(`/proc/${process}/fd/${number}`))
      if (path !== undefined && (await isForWriting(`/proc/${process}/fdinfo/${number}`))) found.add(path)
    }
    await Promise.all((await list(`/proc/${process}/fd`)).map(look))
  }
  return found
}

/** The last two bits of the flags, in octal, are the way of access; 0 is reading. See proc_pid_fdinfo(5). */
async function isForWriting(fdinfo: string): Promise<boolean> {
  try {
    const flags = /^flags:\s*([0-7]+)/m.exec(await readFile(fdinfo, 'utf8'))?.[1]
    return flags !== undefined && (Number.parseInt(flags, 8) & 3) !== 0
  } catch {
    // Closed in the meantime.
    return false
  }
}

/** Who writes on Windows rarely lets others write as well: asking for it is refused. */
async function lockedOnWindows(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const path of paths) {
    try {
      await (await open(path, 'r+')).close()
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EBUSY') found.add(path)
    }
  }
  return found
}

/** Names in a folder of the system; none when the process has gone or is somebody else's. */
async function list(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}

async function target(link: string): Promise<string> {
  try {
    return await readlink(link)
  } catch {
    return ''
  }
}

async function real(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return path
  }
}
