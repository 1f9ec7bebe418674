import { dark, type Fonts, type Look, light, type Theme } from '../look.ts'
import type { Category, PictureSpec } from '../picture.ts'
import { type Article, article } from '../templates/article.ts'
import { chat } from '../templates/chat.ts'
import { type CodeColours, code, darkCode, type Language, lightCode } from '../templates/code.ts'
import { settingsWindow } from '../templates/interface.ts'
import { type SnippetStyle, snippet } from '../templates/snippet.ts'
import { table } from '../templates/table.ts'
import * as texts from '../texts/held-out.ts'
import * as sources from '../texts/held-out-code.ts'

const paper: Theme = {
  background: '#fbf6e9',
  text: '#3a3226',
  dim: '#7c7058',
  panel: '#f1e9d4',
  line: '#d9cdb0',
  accent: '#a4501e',
  selected: '#e8dcbd'
}
const night: Theme = {
  background: '#0f1722',
  text: '#e4ecf5',
  dim: '#8595a8',
  panel: '#182334',
  line: '#2b3a50',
  accent: '#5ac8a8',
  selected: '#21405a'
}
const slate: Theme = {
  background: '#e9edf0',
  text: '#20303c',
  dim: '#566874',
  panel: '#dbe2e7',
  line: '#b9c5cd',
  accent: '#1c6b8c',
  selected: '#c5dbe6'
}

const zenHei = '"WenQuanYi Zen Hei"'
const microHei = '"WenQuanYi Micro Hei"'
const brushed = '"AR PL UKai CN"'
const printed = '"AR PL UMing CN"'

/** Fonts of the packages that the bench's README names; a Latin font first, a Chinese one behind it. */
function fonts(sans: string, mono: string, serif = '"Noto Serif"', chinese = zenHei): Fonts {
  return { sans: `${sans},${chinese}`, serif: `${serif},${chinese}`, mono: `${mono},${chinese}` }
}

const roboto: Look = { theme: light, fonts: fonts('Roboto', '"Fira Code"') }
const robotoNight: Look = { theme: night, fonts: fonts('Roboto', '"Fira Code"', '"Noto Serif"', microHei) }
const openSans: Look = { theme: paper, fonts: fonts('"Open Sans"', 'Hack', '"Noto Serif"', microHei) }
const inter: Look = { theme: dark, fonts: fonts('Inter', '"JetBrains Mono"', '"Noto Serif"', microHei) }
const lato: Look = { theme: slate, fonts: fonts('Lato', '"JetBrains Mono"') }
const noto: Look = { theme: light, fonts: fonts('"Noto Sans"', 'Hack', '"Noto Serif"', printed) }
const kai: Look = { theme: paper, fonts: fonts('Cantarell', '"Fira Code"', '"Noto Serif"', brushed) }

const windows = {
  laptop: [1366, 768, 1],
  square: [1280, 1024, 1],
  wide: [1680, 1050, 1],
  screen: [1920, 1080, 1],
  large: [2560, 1440, 1],
  half: [1440, 900, 1.5],
  retina: [1440, 900, 2],
  fourK: [1920, 1080, 2],
  crop: [640, 220, 1],
  small: [420, 140, 1],
  cropHalf: [640, 220, 1.5],
  cropRetina: [480, 160, 2]
} as const

const files: Readonly<Record<Language, { name: string; lines: readonly string[] }>> = {
  python: { name: 'mkindex.py', lines: sources.python },
  typescript: { name: 'store.ts', lines: sources.typescript },
  c: { name: 'ring.c', lines: sources.c },
  sql: { name: 'overdue.sql', lines: sources.sql },
  shell: { name: 'backup.sh', lines: sources.shell }
}

/** Pictures that no option of the reader was chosen on: other texts, fonts, sizes and colours. A third is code. */
export const heldOut: readonly PictureSpec[] = [
  picture('en-roboto-laptop', 'english', 'laptop', inEnglish(roboto, { size: 15 })),
  picture('en-serif-paper-screen', 'english', 'screen', inEnglish(openSans, { size: 19, serif: true, leading: 1.5 })),
  picture('en-inter-dark-half', 'english', 'half', inEnglish(inter, { size: 14, leading: 1.7 })),
  picture('en-lato-wide', 'english', 'wide', inEnglish(lato, { size: 21, columnWidth: 1100 })),
  picture('zh-zenhei-laptop', 'chinese', 'laptop', inChinese(roboto, { size: 15 })),
  picture('zh-microhei-night-screen', 'chinese', 'screen', inChinese(robotoNight, { size: 18 })),
  picture('zh-ming-retina', 'chinese', 'retina', inChinese(noto, { size: 16, leading: 1.8 })),
  picture('zh-kai-paper-wide', 'chinese', 'wide', inChinese(kai, { size: 22 })),
  picture('mix-roboto-night', 'mixed', 'wide', conversation(robotoNight, 15)),
  picture('mix-opensans-square', 'mixed', 'square', conversation(openSans, 13)),
  picture('mix-lato-half', 'mixed', 'half', conversation(lato, 14)),
  picture('code-python-fira', 'code', 'laptop', editor(roboto, 'python', lightCode, { size: 13 })),
  picture('code-python-hack-large', 'code', 'large', editor(noto, 'python', lightCode, { size: 17 })),
  picture('code-typescript-jetbrains-dark', 'code', 'screen', editor(inter, 'typescript', darkCode, { size: 14 })),
  picture('code-typescript-hack-paper', 'code', 'square', editor(openSans, 'typescript', lightCode, { size: 12 })),
  picture('code-c-fira-night', 'code', 'wide', editor(robotoNight, 'c', darkCode, { size: 15 })),
  picture('code-c-jetbrains-retina', 'code', 'retina', editor(lato, 'c', lightCode, { size: 13 })),
  picture('code-sql-hack', 'code', 'laptop', editor(noto, 'sql', lightCode, { size: 14 })),
  picture('code-shell-jetbrains-dark', 'code', 'screen', editor(inter, 'shell', darkCode, { size: 16 })),
  picture('code-shell-fira-half', 'code', 'half', editor(kai, 'shell', lightCode, { size: 13 })),
  codeCrop('crop-python-hack', noto, sources.python.slice(20, 29), { size: 13 }),
  codeCrop('crop-typescript-fira-night', robotoNight, sources.typescript.slice(23, 31), { size: 14 }),
  codeCrop('crop-sql-jetbrains', lato, sources.sql.slice(7, 14), { size: 15 }),
  codeCrop('crop-c-jetbrains-dark', inter, sources.c.slice(25, 34), { size: 13 }),
  picture('table-en-roboto-laptop', 'table', 'laptop', table(roboto, texts.instruments, { size: 13, right: [5, 6] })),
  picture(
    'table-en-night-stripes',
    'table',
    'screen',
    table(robotoNight, texts.instruments, { size: 16, ruled: false })
  ),
  picture('table-zh-ming', 'table', 'wide', table(noto, texts.shipments, { size: 15 })),
  picture('table-zh-dark-stripes', 'table', 'square', table(inter, texts.shipments, { size: 14, ruled: false })),
  picture('ui-en-roboto-11', 'interface', 'laptop', settingsWindow(roboto, texts.preferences, { size: 11 })),
  picture('ui-en-inter-dark-12', 'interface', 'screen', settingsWindow(inter, texts.preferences, { repeat: 2 })),
  picture('ui-en-lato-13-half', 'interface', 'half', settingsWindow(lato, texts.preferences, { size: 13 })),
  picture('ui-zh-zenhei-12', 'interface', 'screen', settingsWindow(roboto, texts.chinesePreferences, { repeat: 2 })),
  picture(
    'ui-zh-microhei-13-night',
    'interface',
    'square',
    settingsWindow(robotoNight, texts.chinesePreferences, { size: 13 })
  ),
  picture('ui-en-4k-noto', 'interface', 'fourK', settingsWindow(noto, texts.preferences, { size: 12, repeat: 2 })),
  crop('crop-en-opensans-13', 'crop', openSans, texts.english.slice(1, 3), { size: 13 }),
  crop('crop-en-inter-15-dark', 'crop', inter, texts.english.slice(6, 7), { size: 15 }),
  crop('crop-en-cantarell-half', 'cropHalf', kai, texts.english.slice(8, 9), { size: 12 }),
  crop('crop-zh-zenhei-14', 'crop', roboto, texts.chinese.slice(3, 5), { size: 14 }),
  crop('crop-zh-ming-17', 'crop', noto, texts.chinese.slice(5, 7), { size: 17 }),
  crop('crop-zh-microhei-13-night', 'crop', robotoNight, texts.chinese.slice(9, 11), { size: 13 }),
  crop('crop-mix-lato-14', 'crop', lato, said(2, 6), { size: 14 }),
  crop('crop-mix-inter-dark', 'crop', inter, said(8, 10), { size: 13 }),
  crop('crop-menu-small', 'small', slateMenu(), ['Open recent', 'Save a copy as...', '导出为 PDF', 'Quit'], {
    size: 12
  }),
  crop('crop-warning-retina', 'cropRetina', roboto, warning(), { size: 13 })
]

function picture(name: string, category: Category, window: keyof typeof windows, html: string): PictureSpec {
  const [width, height, scale] = windows[window]
  return { name, category, width, height, scale, html: category === 'code' ? withoutLigatures(html) : html }
}

/** Editors do not join `=>` and `!=` into one sign unless told to, and no reader could take them apart again. */
function withoutLigatures(html: string): string {
  return html.replace('<style>', '<style>*{font-variant-ligatures:none!important}')
}

function crop(
  name: string,
  window: keyof typeof windows,
  look: Look,
  lines: readonly string[],
  style: SnippetStyle
): PictureSpec {
  return picture(name, 'crop', window, snippet(look, lines, style))
}

function codeCrop(name: string, look: Look, lines: readonly string[], style: SnippetStyle): PictureSpec {
  return picture(name, 'code', 'crop', snippet(look, lines, { mono: true, leading: 1.35, ...style }))
}

function inEnglish(look: Look, style: Partial<Article>): string {
  const heading = { title: 'Quinces along the line', byline: 'Field notes, K. Ostrander, 12 November 2025' }
  return article(look, { ...heading, paragraphs: texts.english, ...style })
}

function inChinese(look: Look, style: Partial<Article>): string {
  const heading = { title: '铁路旁的木瓜树', byline: '记者：沈若舟　2025年11月12日' }
  return article(look, { ...heading, paragraphs: texts.chinese, ...style })
}

function conversation(look: Look, size: number): string {
  return chat(look, { rooms: texts.rooms, messages: texts.chat, size })
}

function editor(look: Look, language: Language, colours: CodeColours, style: { size: number }): string {
  const panes = [{ lines: files[language].lines, first: 1, language }]
  return code(look, { tabs: [files[language].name, 'notes.md'], panes, colours, ...style })
}

function said(from: number, to: number): string[] {
  return texts.chat.slice(from, to).map((message) => message.text)
}

function slateMenu(): Look {
  return { theme: slate, fonts: fonts('"Noto Sans"', 'Hack', '"Noto Serif"', microHei) }
}

function warning(): string[] {
  return ['Backup was not finished', 'Only 1.8 GB is left on "Orrin-2". Free some space and try again (code 75).']
}
