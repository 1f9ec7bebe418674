import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixturePath } from '../../fixtures/reading/truth.ts'
import { ended, runCli, startCli } from './run.ts'

const crop = fixturePath({ file: 'tiny-crop.png' })

let folder: string
let server: Server
let address: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glyphlens-cli-'))
  server = createServer((request, response) => {
    // A request for anything else is left without an answer.
    if (request.url === '/crop.png') void readFile(crop).then((bytes) => response.end(bytes))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})

describe('a URL', () => {
  it('is read', async () => {
    const { stdout, exitCode } = await runCli(['read', `${address}/crop.png`])
    expect({ stdout, exitCode }).toEqual({ stdout: 'Save as\n', exitCode: 0 })
  })
})

describe('a broken pipe', () => {
  it('ends quietly', async () => {
    const child = startCli(['read', crop, crop, crop])
    child.stdout.once('data', () => child.stdout.destroy())
    const { stderr, exitCode } = await ended(child)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  })

  it('ends although the next picture never comes', async () => {
    // Standard input stays open.
    const child = startCli(['read', crop, '-'])
    child.stdout.destroy()
    const { stderr, exitCode } = await ended(child)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  })

  it('ends quietly when nobody reads at all', async () => {
    const child = startCli(['--help'])
    child.stdout.destroy()
    const { stderr, exitCode } = await ended(child)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  })
})

describe('what is not a screen', () => {
  it('gets neither colours nor progress', async () => {
    const { stdout, stderr } = await runCli(['read', crop, crop, 'missing.png'])
    expect(`${stdout}${stderr}`).toContain('Save as')
    for (const control of ['\u001B', '\r']) expect(`${stdout}${stderr}`).not.toContain(control)
  })

  it.skipIf(process.platform === 'win32')('is written to when it is a device, and stays one', async () => {
    const { exitCode } = await runCli(['read', crop, '--output', devNull])
    expect(exitCode).toBe(0)
    expect((await stat(devNull)).isCharacterDevice()).toBe(true)
  })
})

// Windows has no signals: a process is ended there without being asked.
describe.skipIf(process.platform === 'win32')('an interruption', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143]
  ] as const)('by %s ends with %i and leaves no file', async (signal, code) => {
    const output = join(folder, `${signal}.txt`)
    // The first picture is read and its text is in the file that is not yet in its place when the second one hangs.
    const child = startCli(['read', crop, `${address}/never.png`, '--verbose', '--output', output])
    const end = ended(child)
    await once(child.stderr, 'data')
    child.kill(signal)
    const { stdout, stderr, exitCode } = await end
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code })
    expect(stderr).not.toMatch(/\n\s+at /)
    expect((await readdir(folder)).filter((name) => name.includes(signal))).toEqual([])
  })

  it('is heeded while standard input is awaited', async () => {
    const requested = once(server, 'request')
    const child = startCli(['read', `${address}/never.png`, '-'])
    const end = ended(child)
    await requested
    child.kill('SIGINT')
    expect(await end).toMatchObject({ stdout: '', exitCode: 130 })
  })
})
