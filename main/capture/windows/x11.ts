import type { Rect } from '../geometry/rect.ts'
import { mostWindows, type SystemWindow, systemWindow, type WindowTool } from './system-window.ts'

/**
 * Clients as the window manager stacks them, the front one first; without a window manager, whatever lies on the root. Titles
 * stay behind.
 */
const script = `
command -v xprop >/dev/null && command -v xwininfo >/dev/null || exit 127
set -f
for id in $(xprop -root -notype 32x ' $0+' _NET_CLIENT_LIST_STACKING | tr ',' ' '); do
  case $id in 0x*) ids="$id $ids" ;; esac
done
[ -n "$ids" ] || ids=$(xwininfo -root -children | sed -n 's/^ *\\(0x[0-9a-f]*\\) .*/\\1/p')
xprop -root -notype 32c ' = $0\\n' _NET_CURRENT_DESKTOP
count=0
for id in $ids; do
  count=$((count + 1))
  [ $count -le ${mostWindows} ] || break
  echo "window $id"
  xwininfo -id "$id" -stats
  xprop -id "$id" -notype _NET_WM_STATE _NET_WM_WINDOW_TYPE _NET_WM_DESKTOP _NET_FRAME_EXTENTS _GTK_FRAME_EXTENTS
done | sed '/^xwininfo:/d'
`

/** On every desktop. */
const everywhere = 0xffffffff

/** An X server, by the tools that nearly every desktop on it brings along. */
export const x11: WindowTool = { program: '/bin/sh', arguments: ['-c', script], unit: 'pixel', read }

function read(output: string): SystemWindow[] {
  const [head = '', ...sections] = output.split(/^window (?=0x[0-9a-f]{1,8}$)/m)
  const current = numberAfter(head, '_NET_CURRENT_DESKTOP =')
  return sections
    .slice(0, mostWindows)
    .filter((section) => isSeen(section, current))
    .flatMap((section) => {
      const rect = rectOf(section)
      return (rect && systemWindow(Number.parseInt(section, 16), rect)) ?? []
    })
}

function isSeen(section: string, current: number | undefined): boolean {
  const desktop = numberAfter(section, '_NET_WM_DESKTOP =')
  const isHere = desktop === undefined || current === undefined || desktop === current || desktop === everywhere
  const isOnScreen = /^ *Map State: IsViewable$/m.test(section) && !/^ *Class: InputOnly$/m.test(section)
  const isHidden = /^_NET_WM_STATE = .*_HIDDEN\b/m.test(section)
  return isHere && isOnScreen && !isHidden && !/^_NET_WM_WINDOW_TYPE = .*_DESKTOP\b/m.test(section)
}

/** What the window manager has drawn around it belongs to it; what the program has drawn as a shadow does not. */
function rectOf(section: string): Rect | undefined {
  const x = numberAfter(section, 'Absolute upper-left X:')
  const y = numberAfter(section, 'Absolute upper-left Y:')
  const width = numberAfter(section, 'Width:')
  const height = numberAfter(section, 'Height:')
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  const border = numberAfter(section, 'Border width:') ?? 0
  const frame = extents(section, '_NET_FRAME_EXTENTS')
  const shadow = extents(section, '_GTK_FRAME_EXTENTS')
  const [left, right, top, bottom] = frame.map((side, index) => side - (shadow[index] ?? 0)) as Sides
  return {
    x: x - left,
    y: y - top,
    width: width + 2 * border + left + right,
    height: height + 2 * border + top + bottom
  }
}

type Sides = [left: number, right: number, top: number, bottom: number]

function extents(section: string, name: string): Sides {
  const sides = new RegExp(String.raw`^${name} = (\d{1,5}), (\d{1,5}), (\d{1,5}), (\d{1,5})$`, 'm').exec(section)
  return sides === null ? [0, 0, 0, 0] : [Number(sides[1]), Number(sides[2]), Number(sides[3]), Number(sides[4])]
}

function numberAfter(section: string, label: string): number | undefined {
  const found = new RegExp(String.raw`^ *${label} +(-?\d{1,10})$`, 'm').exec(section)?.[1]
  return found === undefined ? undefined : Number(found)
}
