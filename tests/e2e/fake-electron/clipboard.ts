import type Electron from 'electron'
import { answerTo } from './runtime.ts'

type Payload = ConstructorParameters<typeof Electron.ClipboardItem>[0][string]

async function blobOf(type: string, payload: Payload): Promise<Blob> {
  const value = await payload
  if (typeof value === 'string') return new Blob([value], { type })
  return value instanceof Blob ? value : new Blob([JSON.stringify(value)], { type })
}

export class ClipboardItem implements Pick<Electron.ClipboardItem, 'types'> {
  readonly #items: ReadonlyMap<string, Payload>

  constructor(items: Readonly<Record<string, Payload>>) {
    this.#items = new Map(Object.entries(items))
  }
  get types(): string[] {
    return [...this.#items.keys()]
  }
  async getType(type: string): Promise<Blob> {
    const payload = this.#items.get(type)
    if (payload === undefined) throw new Error(`The type ${type} was not found`)
    return blobOf(type, payload)
  }
}

/** Since Electron 44: promises, and items of MIME types in place of readImage and its kin. */
class Clipboard implements Pick<Electron.Clipboard, 'clear' | 'has' | 'readText' | 'writeText'> {
  #content = new Map<string, Blob>()

  clear(): void {
    this.#content = new Map()
  }
  async has(type: string): Promise<boolean> {
    return this.#content.has(type)
  }
  async read(): Promise<ClipboardItem[]> {
    return this.#content.size === 0 ? [] : [new ClipboardItem(Object.fromEntries(this.#content))]
  }
  async readText(): Promise<string> {
    return (await this.#content.get('text/plain')?.text()) ?? ''
  }
  async write(items: ClipboardItem[]): Promise<void> {
    const pairs = items.flatMap((item) =>
      item.types.map(async (type): Promise<[string, Blob]> => [type, await item.getType(type)])
    )
    this.#content = new Map(await Promise.all(pairs))
  }
  async writeText(text: string): Promise<void> {
    await this.write([new ClipboardItem({ 'text/plain': text })])
  }
  /** All of it. */
  async content(): Promise<Record<string, Uint8Array>> {
    const pairs = [...this.#content].map(async ([type, blob]) => [type, await blob.bytes()] as const)
    return Object.fromEntries(await Promise.all(pairs))
  }
  put(content: Readonly<Record<string, Uint8Array>>): void {
    const blobs = Object.entries(content).map(
      ([type, bytes]) => [type, new Blob([Uint8Array.from(bytes)], { type })] as const
    )
    this.#content = new Map(blobs)
  }
}

const system = new Clipboard()
export const clipboard = Object.assign(system, { selection: new Clipboard() })

answerTo({
  clipboard: () => system.content(),
  copy: (content) => system.put(content)
})
