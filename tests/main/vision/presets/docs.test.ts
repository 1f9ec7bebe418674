import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { presets } from '../../../../main/vision/presets.ts'

const page = readFileSync(new URL('../../../../docs/providers.md', import.meta.url), 'utf8')

describe('the table of presets in docs/providers.md', () => {
  it.each(presets)('tells the truth of $id', ({ id, baseUrl, key, models, concurrency }) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${id}\``)) ?? ''
    const facts = [baseUrl, key.page, key.prefix, key.variable, models.fast, models.precise, `| ${concurrency} |`]
    for (const fact of facts) expect(row).toContain(fact ?? '')
  })
})
