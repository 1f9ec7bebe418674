import type Electron from 'electron'
import { acceleratorOf, normalAccelerator } from './accelerator.ts'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import type { MenuFacts } from './protocol.ts'
import { answerTo } from './runtime.ts'

type Options = Electron.MenuItemConstructorOptions
type Role = Lowercase<NonNullable<Options['role']>>

/** What roles do, and the keys that come with them. Others do nothing that a page would notice. */
const roles: Partial<Record<Role, { readonly keys?: string; readonly run: (window: BrowserWindow | null) => void }>> = {
  quit: { keys: 'Control+Q', run: () => app.quit() },
  close: { keys: 'Control+W', run: (window) => window?.close() },
  minimize: { keys: 'Control+M', run: (window) => window?.minimize() },
  reload: { keys: 'Control+R', run: (window) => window?.reload() },
  forcereload: { keys: 'Control+Shift+R', run: (window) => window?.reload() },
  togglefullscreen: { keys: 'F11', run: (window) => window?.setFullScreen(!window.isFullScreen()) },
  // The keys of editing reach the page by themselves.
  undo: { run: (window) => window?.webContents.undo() },
  redo: { run: (window) => window?.webContents.redo() },
  cut: { run: (window) => window?.webContents.cut() },
  copy: { run: (window) => window?.webContents.copy() },
  paste: { run: (window) => window?.webContents.paste() },
  pasteandmatchstyle: { run: (window) => window?.webContents.paste() },
  delete: { run: (window) => window?.webContents.delete() },
  selectall: { run: (window) => window?.webContents.selectAll() },
  resetzoom: { keys: 'Control+0', run: (window) => window?.webContents.setZoomLevel(0) },
  zoomin: { keys: 'Control+Plus', run: (window) => zoom(window, 0.5) },
  zoomout: { keys: 'Control+-', run: (window) => zoom(window, -0.5) }
}

function zoom(window: BrowserWindow | null, step: number): void {
  window?.webContents.setZoomLevel(window.webContents.getZoomLevel() + step)
}

export class MenuItem implements Pick<Electron.MenuItem, 'label' | 'enabled' | 'visible' | 'checked' | 'id' | 'type'> {
  readonly type: Electron.MenuItem['type']
  readonly role: string
  readonly accelerator: string
  readonly submenu: Menu | undefined
  readonly id: string
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly #click: Options['click']

  constructor(options: Options) {
    const { label, role, type, accelerator, submenu, id = '' } = options
    this.role = role ?? ''
    this.label = label ?? this.role
    this.type = type ?? (submenu === undefined ? 'normal' : 'submenu')
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as Menu | undefined)
    this.accelerator = accelerator ?? this.#deed?.keys ?? ''
    this.id = id
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.#click = options.click
  }

  get #deed() {
    return roles[this.role.toLowerCase() as Role]
  }
  /** As a person's click. */
  choose(): void {
    if (!this.enabled || !this.visible) throw new Error(`${this.label} cannot be chosen`)
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') this.checked = true
    const window = BrowserWindow.getFocusedWindow()
    if (this.role !== '') this.#deed?.run(window)
    else this.#click?.(this as unknown as Electron.MenuItem, window as unknown as Electron.BrowserWindow, {})
  }
  facts(): MenuFacts {
    const { label, type, enabled, visible, checked, accelerator, role, id } = this
    return { label, type, enabled, visible, checked, accelerator, role, id, items: this.submenu?.facts() ?? [] }
  }
}

const menus: { application: Menu | null; shown: Menu | undefined } = { application: null, shown: undefined }

export class Menu {
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: (Options | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }
  static setApplicationMenu(menu: Menu | null): void {
    menus.application = menu
  }
  static getApplicationMenu(): Menu | null {
    return menus.application
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }
  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item)
  }
  getMenuItemById(id: string): MenuItem | null {
    return this.#all().find((item) => item.id === id) ?? null
  }
  popup(options?: Electron.PopupOptions): void {
    menus.shown = this
    options?.callback?.()
  }
  closePopup(): void {
    menus.shown = undefined
  }
  facts(): MenuFacts[] {
    return this.items.filter(({ visible }) => visible).map((item) => item.facts())
  }
  /** The item behind these labels, one for each level. */
  itemAt([label, ...rest]: readonly string[]): MenuItem {
    const item = this.items.find((one) => one.visible && one.label.replaceAll('&', '') === label)
    if (item === undefined) throw new Error(`No "${label}" among: ${this.items.map((one) => one.label).join(' | ')}`)
    if (rest.length === 0) return item
    if (item.submenu === undefined) throw new Error(`${label} has no menu of its own`)
    return item.submenu.itemAt(rest)
  }
  /** The first one that these keys mean. */
  itemOf(keys: string): MenuItem | undefined {
    return this.#all().find(
      ({ accelerator, enabled }) => enabled && accelerator !== '' && normalAccelerator(accelerator) === keys
    )
  }
  #all(): MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu === undefined ? [] : item.submenu.#all())])
  }
}

/** The menu that was popped up last. */
export function shownMenu(): Menu | undefined {
  return menus.shown
}

answerTo({
  menu: () => menus.application?.facts() ?? [],
  popup: () => menus.shown?.facts() ?? [],
  key: (_window, facts) => {
    const item = menus.application?.itemOf(acceleratorOf(facts))
    item?.choose()
    return item !== undefined
  }
})
