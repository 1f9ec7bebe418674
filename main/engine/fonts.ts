import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Fonts with Chinese, Japanese and Korean characters that the systems bring, best first: documents that do not bring
 * their own count on them. Windows and macOS always have one; on Linux it is where the distributions put Noto Sans CJK
 * and WenQuanYi. Only those that are there.
 */
export function documentFonts(platform: NodeJS.Platform, windows: string | undefined): string[] {
  return candidates(platform, windows).filter((path) => existsSync(path))
}

function candidates(platform: NodeJS.Platform, windows: string | undefined): string[] {
  if (platform === 'win32') {
    return ['msyh.ttc', 'simsun.ttc', 'simhei.ttf'].map((name) => join(windows ?? 'C:\\Windows', 'Fonts', name))
  }
  if (platform === 'darwin') {
    return ['Hiragino Sans GB.ttc', 'STHeiti Light.ttc', 'PingFang.ttc'].map((name) => `/System/Library/Fonts/${name}`)
  }
  return [
    'opentype/noto/NotoSansCJK-Regular.ttc',
    'noto-cjk/NotoSansCJK-Regular.ttc',
    'google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc',
    'google-noto-sans-cjk-vf-fonts/NotoSansCJK-VF.ttc',
    'truetype/wqy/wqy-microhei.ttc',
    'truetype/wqy/wqy-zenhei.ttc',
    'wenquanyi/wqy-microhei/wqy-microhei.ttc'
  ].map((path) => `/usr/share/fonts/${path}`)
}
