import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../../../../main/library/fields.ts'
import { catchUp, fieldsOf } from '../../../../main/library/index.ts'
import { find } from '../../../../main/library/search/find.ts'
import { type LibrarySearch, parseSearch } from '../../../../main/library/search/query.ts'
import { termsOf } from '../../../../main/library/search/words.ts'
import { openShelf, type Shelf } from '../shelf.ts'

/** Few different characters, so that texts and words meet often; every kind that the index treats in its own way. */
const letter = fc.constantFrom(
  ...Array.from('ab北京市e\u0301ＡBé"\'%_*^:-+()\\/,.。 \n\u0000𠮷👍か'),
  'AND',
  'NEAR(',
  '\ue022',
  '\ud800'
)
const text = fc.array(letter, { maxLength: 14 }).map((letters) => letters.join(''))
const question = fc.array(letter, { minLength: 1, maxLength: 5 }).map((letters) => letters.join(''))

/** Every entry whose document holds all terms: what an index may not differ from. */
function scan({ store }: Shelf, words: string): number[] {
  const terms = termsOf(words)
  return store
    .all('SELECT id FROM job WHERE hidden IS NULL ORDER BY id DESC')
    .map(({ id }) => Number(id))
    .filter((id) => {
      const fields = fieldsOf(store, id)
      const lines = fields ? documentOf(fields).split('\n') : []
      return terms.every((term) => lines.some((line) => line.includes(term)))
    })
}

/** All pages, which are as long as `limit`. */
function findAll({ store }: Shelf, search: LibrarySearch): number[] {
  const found: number[] = []
  let cursor: string | undefined
  do {
    const page = find(store, parseSearch({ ...search, ...(cursor !== undefined && { cursor }) }))
    found.push(...page.hits.map(({ entry }) => entry.id))
    cursor = page.next
  } while (cursor !== undefined)
  return found
}

describe('finds what a scan finds', () => {
  test('for as many and as long words as may be asked', async () => {
    const shelf = openShelf()
    const long = Array.from({ length: 31 }, (_, index) => `word${index}北京${'abc'.repeat(8)}`)
    await shelf.add({ text: long.toReversed().join(' ') })
    await shelf.add({ text: long.slice(1).join(' ') })
    await catchUp(shelf.store)
    const searches = [
      long.join(' ').slice(0, 1000),
      `"${long.slice(1).join(' ').slice(0, 990)}"`,
      '"'.repeat(999),
      '*'.repeat(1000)
    ]
    for (const words of searches) expect(findAll(shelf, { words })).toEqual(scan(shelf, words))
    expect(searches.map((words) => scan(shelf, words).length)).toEqual([1, 1, 2, 0])
  })

  test('whatever the texts and the words are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 12 }),
        fc.array(fc.array(question, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        async (entries, searches) => {
          const shelf = openShelf()
          for (const [name, body] of entries) await shelf.add({ name, text: body })
          await catchUp(shelf.store)
          for (const words of searches.map((parts) => parts.join(' '))) {
            const expected = scan(shelf, words)
            expect(findAll(shelf, { words, limit: 2 })).toEqual(expected)
            expect(findAll(shelf, { words, limit: 3, order: 'relevance' }).toSorted((a, b) => b - a)).toEqual(expected)
          }
          await shelf.library.close()
          shelf.store.close()
        }
      ),
      { numRuns: 40 }
    )
  })

  test('after texts were changed, added to and deleted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: 5 }), fc.constantFrom('edit', 'turn', 'purge', 'rename'), text), {
          maxLength: 10
        }),
        fc.array(question, { minLength: 1, maxLength: 5 }),
        async (changes, searches) => {
          const shelf = openShelf()
          const { entries, deletion } = shelf.library
          const ids: number[] = []
          for (let index = 0; index < 6; index++) ids.push(await shelf.add({ text: `北京市 ab ${index}` }))
          for (const [index, change, words] of changes) {
            const id = ids[index] ?? 0
            await catchUp(shelf.store)
            if (shelf.store.value('SELECT 1 FROM job WHERE id = ?', [id]) === undefined) continue
            if (change === 'edit') entries.edit(id, words)
            else if (change === 'turn') entries.addTurn(id, { question: words, answer: 'ab' })
            else if (change === 'rename') shelf.store.run('UPDATE job SET name = ? WHERE id = ?', [words, id])
            else await deletion.purge([id])
          }
          await catchUp(shelf.store)
          for (const words of searches) expect(findAll(shelf, { words })).toEqual(scan(shelf, words))
          shelf.store.execute(`INSERT INTO gram (gram) VALUES ('integrity-check')`)
          await shelf.library.close()
          shelf.store.close()
        }
      ),
      { numRuns: 30 }
    )
  })
})
