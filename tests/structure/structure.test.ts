import { globSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failureCodes } from '../../main/failure.ts'
import { files, read, root, sources } from './sources.ts'

const documents = files('*.md', 'docs/**/*.md', 'main/**/*.md', 'NOTICE', 'CHANGELOG.md')

describe('failure codes', () => {
  const code = sources
    .filter((path) => path !== 'main/failure.ts')
    .map(read)
    .join('\n')

  it.each(failureCodes.filter((name) => name !== 'internal'))('%s is thrown somewhere', (name) => {
    expect(code).toMatch(new RegExp(`'${name}'`))
  })
})

describe('documents', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

  it.each(documents)('%s names only npm scripts that there are', (path) => {
    const named = [...read(path).matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it.each(documents)('%s links only to files that there are', (path) => {
    const folder = join(root, path, '..')
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => resolve(folder, link ?? ''))
    expect(links.filter((link) => globSync(link).length === 0)).toEqual([])
  })

  it.each(documents)('%s names no path of one machine', (path) => {
    expect(read(path)).not.toMatch(/(^|[\s"'`(=])\/(work|home|root|tmp|Users)\b/m)
  })
})
