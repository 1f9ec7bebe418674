import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { type Channel, channels, type EventNoun, eventNouns } from './contract/channels.ts'

/** Main answers a `Result`, and parses the argument: nothing is checked here. */
const invoke = (channel: Channel) => (argument: unknown) => ipcRenderer.invoke(channel, argument)

/** What was told before the page listened: files that the app was started with must not be lost. */
const early: unknown[] = []
const keep = (_event: unknown, told: unknown): void => void (early.length < 100 && early.push(told))
ipcRenderer.on('app.event', keep)

/** The event of Electron stays here: it leads to `ipcRenderer`. */
const on = (noun: EventNoun) => (listener: (event: unknown) => void) => {
  const heard = (_event: unknown, told: unknown): void => listener(told)
  ipcRenderer.on(`${noun}.event`, heard)
  if (noun === 'app') {
    ipcRenderer.removeListener('app.event', keep)
    for (const told of early.splice(0)) listener(told)
  }
  return () => void ipcRenderer.removeListener(`${noun}.event`, heard)
}

const verbs = Object.entries(channels).map(([noun, names]) => [
  noun,
  Object.fromEntries(names.map((verb) => [verb, invoke(`${noun}.${verb}` as Channel)]))
])
const listeners = eventNouns.map((noun) => [noun, on(noun)] as const)

const api: Record<string, Record<string, unknown>> = Object.fromEntries(verbs)
for (const [noun, listen] of listeners) api[noun] = { ...api[noun], on: listen }
api['app'] = {
  ...api['app'],
  drop: (files: readonly File[]) =>
    ipcRenderer.invoke('app.take', { from: 'drop', paths: files.map((file) => webUtils.getPathForFile(file)) })
}

// Complete by construction: the same lists make the type and the object, and a test compares their keys.
contextBridge.exposeInMainWorld('glyphlens', api)
