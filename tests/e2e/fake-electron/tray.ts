import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { happening } from './happening.ts'
import { Menu, shownMenu } from './menu.ts'
import { NativeImage } from './native-image.ts'
import { answerTo } from './runtime.ts'

const bar: { tray: Tray | undefined } = { tray: undefined }

/** There is at most one. */
export class Tray
  extends EventEmitter
  implements
    Pick<
      Electron.Tray,
      | 'setToolTip'
      | 'destroy'
      | 'isDestroyed'
      | 'setTitle'
      | 'getTitle'
      | 'closeContextMenu'
      | 'getBounds'
      | 'focus'
      | 'setIgnoreDoubleClickEvents'
    >
{
  menu: Menu | null = null
  toolTip = ''
  #title = ''

  constructor(image: NativeImage | string) {
    super()
    if (image instanceof NativeImage && image.isEmpty()) throw new Error('A tray without a picture')
    bar.tray = this
  }
  setImage(_image: NativeImage | string): void {}
  setPressedImage(_image: NativeImage | string): void {}
  setContextMenu(menu: Menu | null): void {
    this.menu = menu
  }
  popUpContextMenu(menu?: Menu): void {
    ;(menu ?? this.menu)?.popup()
  }
  closeContextMenu(): void {}
  setToolTip(toolTip: string): void {
    this.toolTip = toolTip
  }
  setTitle(title: string): void {
    this.#title = title
  }
  getTitle(): string {
    return this.#title
  }
  setIgnoreDoubleClickEvents(): void {}
  getBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: 22, height: 22 }
  }
  focus(): void {}
  destroy(): void {
    if (bar.tray === this) bar.tray = undefined
  }
  isDestroyed(): boolean {
    return bar.tray !== this
  }
}

answerTo({
  tray: () => bar.tray && { toolTip: bar.tray.toolTip, items: bar.tray.menu?.facts() ?? [] },
  clickTray: () => void bar.tray?.emit('click', happening(), bar.tray.getBounds(), { x: 0, y: 0 }),
  choose: (where, labels) => {
    const menu = { menu: Menu.getApplicationMenu(), tray: bar.tray?.menu, popup: shownMenu(), dock: undefined }[where]
    if (!menu) throw new Error(`There is no such menu: ${where}`)
    menu.itemAt(labels).choose()
  }
})
