import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Deeds } from './script.ts'

type Look = 'environment' | 'read' | 'write' | 'network' | 'process' | 'thread' | 'native'

/** Tries what a picture that took the engine over would try, and tells what came of it. */
export const confined: Pick<Deeds, Look> = {
  environment: async () => Object.entries(process.env).map(([name, value]) => `${name}=${value}`),
  read: async ({ path }) => [await attempt('read', () => readFileSync(path).length)],
  write: async ({ path }) => [await attempt('write', () => writeFileSync(path, 'x'))],
  process: async () => [await attempt('process', () => spawnSync(process.execPath, ['--version']))],
  thread: async () => [await attempt('thread', startFreeThread)],
  native: async ({ model }) => [
    await attempt('sharp', drawWithSharp),
    await attempt('onnxruntime', () => openModel(model))
  ],
  network: ({ port }) => tryNetwork(port)
}

/** A thread without flags would be free of the permission model. */
async function startFreeThread(): Promise<void> {
  const { Worker } = await import('node:worker_threads')
  await new Worker('', { eval: true, execArgv: [] }).terminate()
}

async function drawWithSharp(): Promise<void> {
  const { default: sharp } = await import('sharp')
  await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
}

async function openModel(path: string): Promise<void> {
  const { InferenceSession } = await import('onnxruntime-node')
  const session = await InferenceSession.create(path)
  await session.release()
}

async function tryNetwork(port: number): Promise<string[]> {
  const url = `http://127.0.0.1:${port}/`
  const require = createRequire(import.meta.url)
  const attempts: Record<string, () => unknown> = {
    fetch: () => fetch(url),
    websocket: () => openWebSocket(port),
    'import net': () => import('node:net'),
    'import dns': () => import('node:dns/promises'),
    'require http': () => require('http'),
    'require internals': () => require('_http_client'),
    'builtin https': () => process.getBuiltinModule('https'),
    'builtin dgram': () => process.getBuiltinModule('node:dgram'),
    inspector: () => import('node:inspector')
  }
  const told: string[] = []
  for (const [name, action] of Object.entries(attempts)) told.push(await attempt(name, action))
  return told
}

function openWebSocket(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/`)
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error('The engine has no network')))
  })
}

async function attempt(name: string, action: () => unknown): Promise<string> {
  try {
    await action()
    return `${name}: done`
  } catch (thrown) {
    return `${name}: ${reasonOf(thrown)}`
  }
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'refused'
  if ('code' in thrown && thrown.code === 'ERR_ACCESS_DENIED') return 'refused'
  if (thrown.message.includes('The engine has no network')) return 'refused'
  return thrown.cause === undefined ? thrown.message : reasonOf(thrown.cause)
}
