// What the tools print, as recorded; of the X server's, only lines that nobody reads are left out.

interface Client {
  readonly id: string
  readonly at?: readonly [x: number, y: number]
  readonly size?: readonly [width: number, height: number]
  readonly border?: number
  readonly map?: 'IsViewable' | 'IsUnMapped' | 'IsUnviewable'
  readonly class?: 'InputOutput' | 'InputOnly'
  readonly properties?: readonly string[]
}

const absent = '_NET_WM_STATE:  not found.\n_NET_WM_DESKTOP:  no such atom on any window.'

/** One window, as the script of the X tools tells it. */
export function client({
  id,
  at: [x, y] = [100, 50],
  size: [width, height] = [200, 150],
  border = 0,
  map = 'IsViewable',
  class: kind = 'InputOutput',
  properties = [absent]
}: Client): string {
  return `window ${id}
  Absolute upper-left X:  ${x}
  Absolute upper-left Y:  ${y}
  Relative upper-left X:  10
  Relative upper-left Y:  36
  Width: ${width}
  Height: ${height}
  Depth: 24
  Visual: 0x21
  Visual Class: TrueColor
  Border width: ${border}
  Class: ${kind}
  Map State: ${map}
  Override Redirect State: no
  Corners:  +${x}+${y}  -978+${y}  -978-548  +${x}-548
  -geometry ${width}x${height}+${x}+${y}

${properties.join('\n')}
`
}

export const withoutManager = '_NET_CURRENT_DESKTOP:  no such atom on any window.\n'
export const onDesktop = (current: number) => `_NET_CURRENT_DESKTOP = ${current}\n`
