import { dark, type Fonts, type Look, light } from '../look.ts'
import type { PictureSpec } from '../picture.ts'
import { article } from '../templates/article.ts'
import { chat } from '../templates/chat.ts'
import { darkCode, lightCode } from '../templates/code.ts'
import { dialog } from '../templates/dialog.ts'
import { docs } from '../templates/docs.ts'
import { settingsWindow } from '../templates/interface.ts'
import { mail } from '../templates/mail.ts'
import { workbench } from '../templates/workbench.ts'
import * as other from '../texts/held-out.ts'
import { python, typescript } from '../texts/held-out-code.ts'
import * as texts from '../texts/pages.ts'

const plain: Fonts = {
  sans: '"Liberation Sans","Noto Sans CJK SC",sans-serif',
  serif: '"Liberation Serif","Noto Serif CJK SC",serif',
  mono: '"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace'
}
const modern: Fonts = {
  sans: 'Inter,"WenQuanYi Micro Hei"',
  serif: '"Noto Serif","AR PL UMing CN"',
  mono: '"JetBrains Mono","WenQuanYi Micro Hei"'
}
const bright: Look = { theme: light, fonts: plain }
const dim: Look = { theme: dark, fonts: plain }
const brightModern: Look = { theme: light, fonts: modern }
const dimModern: Look = { theme: dark, fonts: modern }

const story = { title: 'Quinces along the line', byline: 'K. Ostrander', paragraphs: other.english }
const chineseStory = { title: '铁路旁的木瓜树', byline: '沈若舟', paragraphs: other.chinese }
const conversation = { rooms: other.rooms, messages: other.chat }

/** Windows and pages of several parts, whose order matters more than their letters. */
export const pages: readonly PictureSpec[] = [
  page('columns-two-en', 1440, 900, 1, article(bright, { ...story, columns: 2, columnWidth: 640, size: 15 })),
  page('columns-two-zh-dark', 1600, 900, 1, article(dimModern, { ...chineseStory, columns: 2, columnWidth: 700 })),
  page(
    'columns-three-en',
    1920,
    1080,
    1,
    article(brightModern, { ...story, columns: 3, columnWidth: 580, serif: true })
  ),
  page('columns-three-zh-retina', 1440, 700, 2, article(bright, { ...chineseStory, columns: 3, columnWidth: 460 })),
  page('chat-light', 1280, 800, 1, chat(brightModern, conversation)),
  page('chat-dark-retina', 1280, 800, 2, chat(dim, conversation)),
  page('docs-en-light', 1440, 900, 1, docs(bright, texts.docs)),
  page('docs-en-dark-retina', 1366, 900, 2, docs(dimModern, texts.docs)),
  page('docs-zh-light', 1440, 900, 1, docs(brightModern, texts.chineseDocs)),
  page('settings-en-light', 1440, 900, 1, settingsWindow(brightModern, other.preferences, { size: 13 })),
  page('settings-en-dark-large', 2560, 1440, 1, settingsWindow(dim, other.preferences, { size: 14, repeat: 2 })),
  page('settings-zh-retina', 1280, 800, 2, settingsWindow(bright, other.chinesePreferences, {})),
  page('mail-en-light', 1440, 900, 1, mail(bright, texts.mail)),
  page('mail-en-dark-retina', 1366, 768, 2, mail(dimModern, texts.mail)),
  page('mail-zh-light', 1440, 800, 1, mail(brightModern, texts.chineseMail)),
  page('workbench-python-dark', 1440, 900, 1, workbenchOf(dimModern, 'python')),
  page('workbench-typescript-light', 1920, 1080, 1, workbenchOf(bright, 'typescript')),
  page('dialog-en-light', 900, 600, 1, dialog(bright, texts.save)),
  page('dialog-zh-dark-retina', 900, 600, 2, dialog(dimModern, texts.chineseSave))
]

function page(name: string, width: number, height: number, scale: number, html: string): PictureSpec {
  return { name, category: 'page', width, height, scale, html }
}

function workbenchOf(look: Look, language: 'python' | 'typescript'): string {
  const [file, source] = language === 'python' ? (['query.py', python] as const) : (['store.ts', typescript] as const)
  const isDark = look.theme === dark
  return workbench(look, {
    menu: ['File', 'Edit', 'Selection', 'View', 'Go', 'Run', 'Terminal', 'Help'],
    files: texts.folders,
    tabs: [file, 'README.md'],
    pane: { lines: source.slice(0, isDark ? 26 : 34), first: 1, language },
    terminal: texts.terminal,
    status: ['main', '0 errors, 1 warning', 'Ln 17, Col 9', 'Spaces: 4', 'UTF-8', language],
    colours: isDark ? darkCode : lightCode
  })
}
