import { dark, type Fonts, type Look, light } from '../look.ts'
import type { Category, PictureSpec } from '../picture.ts'
import { type Article, article } from '../templates/article.ts'
import { chat } from '../templates/chat.ts'
import { code, darkCode, lightCode } from '../templates/code.ts'
import { settingsWindow } from '../templates/interface.ts'
import { type SnippetStyle, snippet } from '../templates/snippet.ts'
import { table } from '../templates/table.ts'
import * as texts from '../texts/tuning.ts'

/** Of Debian's fonts-liberation, fonts-dejavu and fonts-noto-cjk. */
const fonts: Fonts = {
  sans: '"Liberation Sans","Noto Sans CJK SC",sans-serif',
  serif: '"Liberation Serif","Noto Serif CJK SC",serif',
  mono: '"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace'
}
const bright: Look = { theme: light, fonts }
const dim: Look = { theme: dark, fonts }

const windows = {
  '1280': [1280, 800, 1],
  '1280x2': [1280, 800, 2],
  '1920': [1920, 1080, 1],
  '2560': [2560, 1440, 1],
  '4k': [1920, 1080, 2],
  crop: [600, 200, 1],
  crop2: [600, 200, 2]
} as const

/** The 36 pictures on which options of the reader are chosen. */
export const tuning: readonly PictureSpec[] = [
  picture('en-1280-light', 'english', '1280', inEnglish(bright)),
  picture('en-1280-dark', 'english', '1280', inEnglish(dim, { serif: true })),
  picture('en-1920-light', 'english', '1920', inEnglish(bright, { size: 17 })),
  picture('en-2560-light', 'english', '2560', inEnglish(bright, { size: 18, columns: 2, serif: true })),
  picture('en-1280x2-light', 'english', '1280x2', inEnglish(bright)),
  picture('zh-1280-light', 'chinese', '1280', inChinese(bright)),
  picture('zh-1920-dark', 'chinese', '1920', inChinese(dim, { size: 17 })),
  picture('zh-1280x2-light', 'chinese', '1280x2', inChinese(bright)),
  picture('zh-2560-light', 'chinese', '2560', inChinese(bright, { size: 18, columns: 2, serif: true })),
  picture('mix-1280-light', 'mixed', '1280', conversation(bright)),
  picture('mix-1920-dark', 'mixed', '1920', conversation(dim)),
  picture('mix-1280x2-dark', 'mixed', '1280x2', conversation(dim)),
  picture('code-1280-light', 'code', '1280', server(bright, 13, 34)),
  picture('code-1920-dark', 'code', '1920', server(dim, 14, 47)),
  picture('code-2560-dark', 'code', '2560', server(dim, 15, 40, true)),
  picture('code-1280x2-dark', 'code', '1280x2', server(dim, 14, 33)),
  picture('table-en-1280-light', 'table', '1280', table(bright, texts.orders, { right: [4, 6] })),
  picture('table-zh-1920-light', 'table', '1920', table(bright, texts.staff, { size: 15 })),
  picture('table-en-2560-dark', 'table', '2560', table(dim, texts.orders, { size: 15, right: [4, 6] })),
  picture('ui-en-1280-light', 'interface', '1280', settingsWindow(bright, texts.settings, {})),
  picture('ui-en-1920-dark', 'interface', '1920', settingsWindow(dim, texts.settings, { repeat: 2 })),
  picture('ui-zh-1920-light', 'interface', '1920', settingsWindow(bright, texts.chineseSettings, { repeat: 2 })),
  picture('ui-en-2560-light', 'interface', '2560', settingsWindow(bright, texts.settings, { size: 11, repeat: 4 })),
  picture('ui-en-4k-dark', 'interface', '4k', settingsWindow(dim, texts.settings, { repeat: 2 })),
  crop('crop-en14-light', bright, texts.english.slice(0, 2)),
  crop('crop-en16-dark', dim, texts.english.slice(3, 4), { size: 16 }),
  crop('crop-en12-light', bright, texts.english.slice(4, 7), { size: 12 }),
  crop('crop-zh14-light', bright, texts.chinese.slice(0, 3)),
  crop('crop-zh16-dark', dim, texts.chinese.slice(4, 6), { size: 16 }),
  crop('crop-zh12-light', bright, texts.chinese.slice(6, 9), { size: 12 }),
  crop('crop-mix14-light', bright, said(0, 4)),
  crop('crop-mix14-dark', dim, said(6, 10)),
  crop('crop-code13-dark', dim, texts.server.slice(6, 13), { size: 13, mono: true, leading: 1.4 }),
  crop('crop-code13-light', bright, texts.server.slice(36, 42), { size: 13, mono: true, leading: 1.4 }),
  crop('crop-err13-light', bright, refusal(), { size: 13 }),
  picture('crop-en14x2-light', 'crop', 'crop2', snippet(bright, texts.english.slice(8, 10), {}))
]

function picture(name: string, category: Category, window: keyof typeof windows, html: string): PictureSpec {
  const [width, height, scale] = windows[window]
  return { name, category, width, height, scale, html }
}

function crop(name: string, look: Look, lines: readonly string[], style: SnippetStyle = {}): PictureSpec {
  return picture(name, 'crop', 'crop', snippet(look, lines, style))
}

function inEnglish(look: Look, style: Partial<Article> = {}): string {
  const heading = { title: 'The third ledger of the harbour', byline: 'By D. Marsh - May 2024' }
  return article(look, { ...heading, paragraphs: texts.english, ...style })
}

function inChinese(look: Look, style: Partial<Article> = {}): string {
  const heading = { title: '港口登记簿的故事', byline: '作者:林海 · 2024年5月' }
  return article(look, { ...heading, paragraphs: texts.chinese, ...style })
}

function conversation(look: Look): string {
  return chat(look, { rooms: texts.rooms, messages: texts.chat })
}

function server(look: Look, size: number, count: number, twice = false): string {
  const pane = { lines: texts.server.slice(0, count), first: 1 }
  const second = { lines: texts.server.slice(14, 14 + count), first: 15 }
  return code(look, {
    tabs: ['server.ts', 'ring.ts', 'README.md'],
    panes: twice ? [pane, second] : [pane],
    size,
    colours: look.theme === dark ? darkCode : lightCode
  })
}

function said(from: number, to: number): string[] {
  return texts.chat.slice(from, to).map((message) => message.text)
}

function refusal(): string[] {
  return [
    'Could not save the document',
    'The file "report-final.docx" is open in another program (error 0x80070020).',
    'Close it and try again, or choose a different name.'
  ]
}
