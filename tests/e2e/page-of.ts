import type { WindowKind } from './desk.ts'

const kinds: ReadonlyMap<string, WindowKind> = new Map([
  ['/index.html', 'main'],
  ['/overlay.html', 'overlay'],
  ['/panel.html', 'panel']
])

/** What window shows an address, as main knows it or as the browser does. */
export function pageOf(address: string): WindowKind | undefined {
  return kinds.get(URL.parse(address)?.pathname ?? '')
}
