import type { Notice, NoticeAction } from './notice.ts'

/** Languages of the app. */
export type Language = 'en' | 'zh-CN'

export interface NoticeWords {
  readonly title: string
  readonly body: string
}

/** A notification in the person's language. `showsText`: whether everybody near the screen may read what was read. */
export function noticeWords(notice: Notice, language: Language, showsText: boolean): NoticeWords {
  const words = wordsOf[language]
  if (notice.kind === 'no-text') return words.noText
  return { title: words.copied(notice.lines), body: showsText ? notice.first : words.hidden }
}

/** What stands on a button of a notification. */
export function actionWords(action: NoticeAction, language: Language): string {
  return wordsOf[language][action]
}

/** When the person wants the former clipboard back and cannot have it. */
export function undoWords(why: 'changed' | 'gone', language: Language): NoticeWords {
  return wordsOf[language][why]
}

interface Words extends Readonly<Record<NoticeAction, string>> {
  readonly copied: (lines: number) => string
  readonly hidden: string
  readonly noText: NoticeWords
  readonly changed: NoticeWords
  readonly gone: NoticeWords
}

const wordsOf: Readonly<Record<Language, Words>> = {
  en: {
    copied: (lines) => (lines === 1 ? 'Copied one line' : `Copied ${lines} lines`),
    hidden: 'The text is on the clipboard.',
    noText: { title: 'No text found', body: 'The clipboard is as it was. The picture is in the library.' },
    undo: 'Undo',
    open: 'Open in the library',
    changed: { title: 'Not undone', body: 'Something else was copied since; that stays.' },
    gone: { title: 'Not undone', body: 'What was on the clipboard before is not held any more.' }
  },
  'zh-CN': {
    copied: (lines) => `已复制 ${lines} 行`,
    hidden: '文字已在剪贴板中。',
    noText: { title: '没有找到文字', body: '剪贴板保持原样，图片已存入图库。' },
    undo: '撤销',
    open: '在图库中打开',
    changed: { title: '没有撤销', body: '之后又复制了别的内容，已予保留。' },
    gone: { title: '没有撤销', body: '之前剪贴板中的内容已不再保留。' }
  }
}
