import { describe, expect, test } from 'vitest'
import { type ContextFacts, contextMenu } from '../../../../main/desktop/menus/context-entries.ts'
import { wordsIn } from '../../../../main/desktop/words/words.ts'

const nothing: ContextFacts = {
  isEditable: false,
  selectionText: '',
  linkURL: '',
  editFlags: {
    canUndo: false,
    canRedo: false,
    canCut: false,
    canCopy: false,
    canPaste: true,
    canDelete: false,
    canSelectAll: true,
    canEditRichly: false
  }
}

function labels(some: Partial<ContextFacts>, copied: string[] = []) {
  return contextMenu({ ...nothing, ...some }, wordsIn('en'), (url) => copied.push(url))
}

describe('the menu of a right click', () => {
  test.each([
    ['on nothing', {}, []],
    ['on a selection', { selectionText: 'words' }, ['Copy']],
    ['on blanks', { selectionText: ' \n' }, []],
    ['on a link to somewhere', { linkURL: 'https://example.com/' }, ['Copy Link']],
    ['on a link within the app', { linkURL: 'app://glyphlens/index.html#x' }, []],
    ['on a link that is a script', { linkURL: 'javascript:alert(1)' }, []]
  ])('%s', (_where, some, expected) => {
    expect(labels(some).map(({ label }) => label)).toEqual(expected)
  })

  test('in a field, what cannot be done is grey', () => {
    const entries = labels({ isEditable: true }).filter(({ type }) => type !== 'separator')
    expect(entries.filter(({ enabled }) => enabled).map(({ label }) => label)).toEqual(['Paste', 'Select All'])
    expect(entries).toHaveLength(6)
  })

  test('the link is copied as it is', () => {
    const copied: string[] = []
    const [entry] = labels({ linkURL: 'https://example.com/' }, copied)
    Reflect.apply(entry?.click ?? (() => {}), undefined, [])
    expect(copied).toEqual(['https://example.com/'])
  })
})
