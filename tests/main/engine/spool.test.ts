import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSpool, sweepSpools } from '../../../main/engine/spool.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spool-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** The id of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

describe('the spool', () => {
  it('is a folder of its own', async () => {
    const spool = await openSpool(root)
    expect(readdirSync(root)).toEqual([expect.stringMatching(`^glyphlens-${process.pid}-\\w{6}$`)])
    spool.remove()
    expect(readdirSync(root)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('is closed to others', async () => {
    const spool = await openSpool(root)
    const path = await spool.put(Buffer.from('one'))
    expect(statSync(spool.folder).mode & 0o777).toBe(0o700)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('keeps bytes under names of its own until they are dropped', async () => {
    const spool = await openSpool(root)
    const paths = await Promise.all([spool.put(Buffer.from('one')), spool.put(Buffer.from('two'))])
    expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(['one', 'two'])
    for (const path of paths) await spool.drop(path)
    expect(readdirSync(spool.folder)).toEqual([])
    await expect(spool.drop(spool.reserve())).resolves.toBeUndefined()
  })

  it('reads back exactly what was promised', async () => {
    const spool = await openSpool(root)
    const path = spool.reserve()
    writeFileSync(path, 'four')
    expect(Buffer.from(await spool.take(path, 4)).toString()).toBe('four')
    await expect(spool.take(path, 3)).rejects.toMatchObject({ code: 'engine-protocol' })
    await expect(spool.take(spool.reserve(), 3)).rejects.toMatchObject({ code: 'engine-protocol' })
  })

  it.skipIf(process.platform === 'win32')('does not follow a link that the engine laid', async () => {
    const spool = await openSpool(root)
    const secret = join(root, 'secret')
    writeFileSync(secret, 'four')
    const path = spool.reserve()
    symlinkSync(secret, path)
    await expect(spool.take(path, 4)).rejects.toMatchObject({ code: 'engine-protocol' })
  })

  it('says when there is no place for it', async () => {
    await expect(openSpool(join(root, 'missing'))).rejects.toMatchObject({ code: 'disk' })
  })

  it('says when it has gone', async () => {
    const spool = await openSpool(root)
    spool.remove()
    await expect(spool.put(Buffer.from('x'))).rejects.toMatchObject({ code: 'disk' })
  })
})

describe('sweeping', () => {
  it('removes what dead processes left, and nothing else', async () => {
    const dead = `glyphlens-${deadProcess()}-abc123`
    const kept = [`glyphlens-${process.pid}-abc123`, `glyphlens-${deadProcess()}-abc`, `other-${deadProcess()}-abc123`]
    for (const name of [dead, ...kept]) {
      mkdirSync(join(root, name))
      writeFileSync(join(root, name, '1.picture'), 'x')
    }
    await sweepSpools(root)
    expect(existsSync(join(root, dead))).toBe(false)
    expect(readdirSync(root).toSorted()).toEqual(kept.toSorted())
  })

  it.skipIf(process.platform === 'win32')('does not follow a link of our name', async () => {
    const target = join(root, 'target')
    mkdirSync(target)
    symlinkSync(target, join(root, `glyphlens-${deadProcess()}-abc123`))
    await sweepSpools(root)
    expect(existsSync(target)).toBe(true)
  })

  it('happens when a spool is opened', async () => {
    mkdirSync(join(root, `glyphlens-${deadProcess()}-abc123`))
    const spool = await openSpool(root)
    expect(readdirSync(root)).toHaveLength(1)
    spool.remove()
  })
})
