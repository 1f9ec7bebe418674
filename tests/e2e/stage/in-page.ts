/** What the page of a window can call on the stage. */
export interface PageCalls {
  invoke(channel: string, args: unknown): Promise<unknown>
  tell(channel: string, args: unknown): Promise<void>
  trouble(text: string): Promise<void>
  openWindow(url: string): Promise<void>
  contextMenu(facts: object): Promise<void>
  key(facts: object): Promise<boolean>
  permission(name: string): Promise<boolean>
  copy(content: Record<string, string>): Promise<void>
}

/** What the stage reaches in the page. */
export interface StageWindow extends Window {
  __stage: {
    emit(batch: readonly (readonly [channel: string, args: unknown])[]): void
    /** Whose paths main was asked for. */
    readonly files: File[]
    paste(content: Record<string, string>): void
  }
  __call(name: keyof PageCalls, args: readonly unknown[]): Promise<unknown>
}

type Listener = (event: unknown, ...args: unknown[]) => void
type Preload = (require: (name: string) => unknown, module: unknown, exports: unknown) => void

/**
 * Plays the sandboxed preload's `electron`, and what a window does around its page. Runs in the page before the page's own
 * scripts, sent there as its own source text: it may use nothing from outside itself.
 */
export function playElectron(runPreload: Preload): void {
  const target = window as unknown as StageWindow
  // The page's own word for it must not reach the stage.
  const call = target.__call.bind(target)

  const plain = Object.prototype
  const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === plain
  const walk = (value: unknown, step: (leaf: unknown) => unknown): unknown => {
    const changed = step(value)
    if (changed !== value) return changed
    if (Array.isArray(value)) return value.map((item) => walk(item, step))
    if (value !== null && typeof value === 'object' && isPlain(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, step)]))
    }
    return value
  }
  const pack = (value: unknown): unknown =>
    walk(value, (leaf) => (leaf instanceof Uint8Array ? { $bytes: leaf.toBase64() } : leaf))
  const unpack = (value: unknown): unknown =>
    walk(value, (leaf) => {
      const bytes = (leaf as { $bytes?: unknown } | null)?.$bytes
      return typeof bytes === 'string' ? Uint8Array.fromBase64(bytes) : leaf
    })

  // As contextBridge: functions are wrapped, promises followed, errors keep their message alone, files go as they are, and
  // everything else is copied.
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) => cross(Reflect.apply(value, undefined, args.map(cross)))
    if (value === null || typeof value !== 'object' || value instanceof Blob || value instanceof Element) {
      if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.')
      return value
    }
    if (value instanceof Promise) {
      return value.then(cross, (error: unknown) => {
        throw cross(error)
      })
    }
    if (value instanceof Error) return new Error(value.message)
    if (Array.isArray(value)) return value.map(cross)
    if (isPlain(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cross(item)]))
    return structuredClone(value)
  }
  const freeze = (value: unknown): unknown => {
    if (value !== null && typeof value === 'object' && isPlain(value))
      for (const item of Object.values(value)) freeze(item)
    return typeof value === 'object' ? Object.freeze(value) : value
  }

  const listeners = new Map<string, Listener[]>()
  const on = (channel: string): Listener[] => listeners.get(channel) ?? []

  target.__stage = {
    emit(batch) {
      for (const [channel, args] of batch) {
        for (const listener of on(channel)) listener({ senderId: 0, ports: [] }, ...(unpack(args) as unknown[]))
      }
    },
    files: [],
    paste(content) {
      const data = new DataTransfer()
      for (const [type, base64] of Object.entries(content)) {
        const bytes = Uint8Array.fromBase64(base64)
        if (type.startsWith('text/')) data.setData(type, new TextDecoder().decode(bytes))
        else data.items.add(new File([bytes], `image.${type.replace('image/', '')}`, { type }))
      }
      const at = document.activeElement ?? document.body
      const event = new ClipboardEvent('paste', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
        composed: true
      })
      const text = data.getData('text/plain')
      if (at.dispatchEvent(event) && text !== '') document.execCommand('insertText', false, text)
    }
  }

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      // Electron clones at the sender: what cannot be cloned fails here too.
      return unpack(await call('invoke', [channel, pack(structuredClone(args))]))
    },
    send(channel: string, ...args: unknown[]) {
      void call('tell', [channel, pack(structuredClone(args))])
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...on(channel), listener])
      return ipcRenderer
    },
    once(channel: string, listener: Listener) {
      const once: Listener = (event, ...args) => {
        ipcRenderer.removeListener(channel, once)
        listener(event, ...args)
      }
      return ipcRenderer.on(channel, once)
    },
    removeListener(channel: string, listener: Listener) {
      const rest = on(channel).filter((one) => one !== listener)
      listeners.set(channel, rest)
      return ipcRenderer
    },
    off: (channel: string, listener: Listener) => ipcRenderer.removeListener(channel, listener),
    removeAllListeners(channel: string) {
      listeners.delete(channel)
      return ipcRenderer
    }
  }
  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld(name: string, api: object) {
        Object.defineProperty(window, name, { value: freeze(cross(api)) })
      }
    },
    // The stage puts the path in: here only the browser knows it.
    webUtils: { getPathForFile: (file: File) => `stage-file:${target.__stage.files.push(file) - 1}` },
    webFrame: { setZoomFactor: () => undefined, getZoomFactor: () => 1 }
  }

  // What the clipboard gets is the test's, and main decides whether the page may.
  const mayWrite = async (): Promise<void> => {
    if (!(await call('permission', ['clipboard-sanitized-write']))) {
      throw new DOMException('Write permission denied.', 'NotAllowedError')
    }
  }
  Object.defineProperty(navigator, 'clipboard', {
    value: {
      async writeText(text: string) {
        await mayWrite()
        await call('copy', [{ 'text/plain': new TextEncoder().encode(text).toBase64() }])
      },
      async write(items: ClipboardItem[]) {
        await mayWrite()
        const pairs = items.flatMap((item) =>
          item.types.map(async (type) => {
            const bytes = await (await item.getType(type)).arrayBuffer()
            return [type, new Uint8Array(bytes).toBase64()] as const
          })
        )
        await call('copy', [Object.fromEntries(await Promise.all(pairs))])
      },
      async readText() {
        throw new DOMException('Read permission denied.', 'NotAllowedError')
      },
      async read() {
        throw new DOMException('Read permission denied.', 'NotAllowedError')
      }
    }
  })
  document.addEventListener('copy', () => {
    const text = String(getSelection())
    if (text !== '') void call('copy', [{ 'text/plain': new TextEncoder().encode(text).toBase64() }])
  })

  window.open = (url) => {
    void call('openWindow', [new URL(String(url ?? ''), location.href).href])
    return null
  }
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
    void call('trouble', [`Content-Security-Policy: ${violatedDirective} ${blockedURI} (${sourceFile}:${lineNumber})`])
  })
  // What is left of keys and right clicks when the page did not take them.
  window.addEventListener('keydown', (event) => {
    const { key, code, ctrlKey: control, shiftKey: shift, altKey: alt, metaKey: meta } = event
    const isShortcut = control || alt || meta || /^F\d+$/.test(key)
    if (isShortcut && !event.defaultPrevented) void call('key', [{ key, code, control, shift, alt, meta }])
  })
  window.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) return
    const at = event.target instanceof Element ? event.target : document.body
    const image = at.closest('img')
    void call('contextMenu', [
      {
        x: event.clientX,
        y: event.clientY,
        selectionText: String(getSelection()),
        isEditable: at.closest('input, textarea, [contenteditable=true]') !== null,
        linkURL: at.closest('a')?.href ?? '',
        srcURL: image?.src ?? '',
        mediaType: image === null ? 'none' : 'image'
      }
    ])
  })

  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`A sandboxed preload cannot require '${name}'`)
    return electron
  }
  const module = { exports: {} }
  runPreload(require, module, module.exports)
}
